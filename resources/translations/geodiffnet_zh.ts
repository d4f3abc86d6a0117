<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>GeoDiffNet</name>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <source>Apply a model</source>
        <translation>应用模型</translation>
    </message>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <location filename="../../algorithms/batch.py"/>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Classification</source>
        <translation>分类</translation>
    </message>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <source>hyperspectral,imaging spectroscopy,land cover,predict,classify,inference,transfer,time series,deep learning,diffusion</source>
        <translation>高光谱,成像光谱,土地覆盖,预测,分类,推断,迁移,时间序列,深度学习,扩散</translation>
    </message>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <source>Maps a hyperspectral image with a model that was trained before.</source>
        <translation>用已训练的模型对高光谱影像制图。</translation>
    </message>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <source>&lt;p&gt;Maps a hyperspectral image with a model that was trained before, on this scene or on another one of the same sensor; no examples are needed.&lt;/p&gt;&lt;p&gt;Bands are matched by wavelength. Both scenes should hold reflectance in the same unit: a model does not know of a difference in light or atmosphere between them, so look at the confidence, and assess the map before you rely on it.&lt;/p&gt;</source>
        <translation>&lt;p&gt;用已在本景或同一传感器的其他影像上训练的模型对高光谱影像制图，无需样本。&lt;/p&gt;&lt;p&gt;波段按波长匹配。两景影像应为相同单位的反射率：模型不知道它们之间光照或大气的差异，因此请查看置信度，并在使用前对地图进行评估。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>The file that “Train a model” or “Classify HSI with GeoDiffNet-F” has written. The method, the classes and their colours are in it.</source>
        <translation>“训练模型”或“使用 GeoDiffNet-F 对高光谱影像分类”写出的文件，其中包含方法、类别及其颜色。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>Only for a model whose diffusion network is neither the bundled one nor in the cache of this computer: adm-imagenet64 or the path of its checkpoint, a folder in the format of diffusers, or a model of the Hugging Face hub as owner/name@commit. Left empty, nothing is downloaded, whatever the model names.</source>
        <translation>仅用于其扩散网络既不是内置网络、也不在本机缓存中的模型：adm-imagenet64 或其检查点的路径、diffusers 格式的文件夹，或以 owner/name@commit 表示的 Hugging Face Hub 模型。留空时，无论模型指名什么，都不会下载任何内容。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Backbone</source>
        <translation>骨干网络</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>Choose a .safetensors file that this plugin has written.</source>
        <translation>请选择由本插件写出的 .safetensors 文件。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>GeoDiffNet models (*.safetensors)</source>
        <translation>GeoDiffNet 模型 (*.safetensors)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>The model cannot be opened: {}</source>
        <translation>无法打开模型：{}</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Assess a class map</source>
        <translation>评估分类图</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/compare.py"/>
        <source>Accuracy</source>
        <translation>精度</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>accuracy,validation,confusion matrix,error matrix,area estimation,reference,ground truth,kappa,F1,stratified sample</source>
        <translation>精度,验证,混淆矩阵,误差矩阵,面积估计,参考,地面真值,kappa,F1,分层抽样</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Tells how far a class map can be trusted, and how large its classes are.</source>
        <translation>说明分类图的可信程度以及各类别的面积。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>&lt;p&gt;Holds a class map, from this plugin or any other, against reference data: overall accuracy, each class&apos;s, what is confused with what, and, where the reference is a random sample, the area of each class with its confidence interval.&lt;/p&gt;&lt;p&gt;Reference data must not have been used for training; name the training examples, and what lies in them is reported apart.&lt;/p&gt;&lt;p&gt;Without reference data yet, let a sample of points be drawn: fill in the class of each by looking at the place, not at the map, and give them as reference.&lt;/p&gt;</source>
        <translation>&lt;p&gt;将来自本插件或其他来源的分类图与参考数据比较：总体精度、各类别精度、类别间的混淆；若参考数据为随机样本，还给出各类别的面积及其置信区间。&lt;/p&gt;&lt;p&gt;参考数据不得用于训练；请指明训练样本，落在其中的部分将单独报告。&lt;/p&gt;&lt;p&gt;如尚无参考数据，可抽取点样本：查看实地而非地图来填写每个点的类别，再将其作为参考数据。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The map to assess: a raster file whose first band holds codes of classes.</source>
        <translation>要评估的地图：第一波段为类别编码的栅格文件。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Points, polygons or lines whose class is known. Selection, filters, joins and temporary layers count as you see them.</source>
        <translation>类别已知的点、多边形或线。选择、过滤、连接和临时图层均按您所见生效。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The field of the reference shapes that holds the class: its name as in the map, or its code. Shapes without a value are left out.</source>
        <translation>参考要素中存放类别的字段：与地图中相同的名称，或其编码。没有值的要素将被略过。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>How classes of the reference are found in the map. auto: by the names that the layers show, and by code only where neither has names or the codes prove themselves; codes: choose it where you know that the same code means the same class in both.</source>
        <translation>如何在地图中找到参考数据的类别。auto：按图层显示的名称；仅当双方都没有名称，或编码本身足以证明时，才按编码；codes：确知同一编码在双方表示同一类别时选用。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>A raster of codes to hold the map against, instead of shapes. It must lie on the grid of the map; 0 and no data are left out.</source>
        <translation>与地图比较的编码栅格，用以代替要素。它必须位于地图的网格上；0 和无数据将被略过。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The examples that the map was trained with: reference inside them would flatter the map and is reported apart.</source>
        <translation>训练该地图所用的样本：落在其中的参考数据会高估地图，因此单独报告。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>random: points drawn all over the map; stratified: drawn class by class; purposive: where somebody chose, from which nothing follows for the rest of the map; census: everywhere. auto takes points for stratified and other shapes for purposive.</source>
        <translation>random：在整幅地图上抽取的点；stratified：逐类抽取；purposive：人为选取，不能据此推断地图的其余部分；census：全部覆盖。auto 将点视为 stratified，其他要素视为 purposive。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The raster in whose classes the sample was drawn, or is to be drawn, where that is not the map itself, such as an older map.</source>
        <translation>抽样（或将要抽样）所依据类别的栅格，如果不是地图本身，例如较早的地图。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>How many points to draw where a sample is asked for; otherwise of no effect.</source>
        <translation>要求抽样时抽取的点数；否则不起作用。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>olofsson: 50 to 100 points for rare classes, by area for the others; proportional: by area alone; equal: as many for each class.</source>
        <translation>olofsson：稀有类别 50 至 100 个点，其余按面积；proportional：仅按面积；equal：每类数量相同。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Where chance starts from: same seed, same sample and same intervals.</source>
        <translation>随机性的起点：种子相同，则样本和区间相同。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>A web page with all accuracies, their intervals, the confusion between classes and the areas; its numbers go beside it as JSON. It needs reference data.</source>
        <translation>包含所有精度、区间、类别混淆和面积的网页；其数值以 JSON 存于旁边。需要参考数据。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>A GeoPackage of points drawn at random from each class of the map, with an empty field for the class you find there.</source>
        <translation>从地图每个类别中随机抽取的点的 GeoPackage，带有一个空字段，用于填写您在实地看到的类别。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Choose the layer of examples that the map was trained with.</source>
        <translation>请选择训练该地图所用的样本图层。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Class map</source>
        <translation>分类图</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Reference shapes</source>
        <translation>参考要素</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Match classes by</source>
        <translation>类别匹配方式</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Reference map</source>
        <translation>参考地图</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Training examples</source>
        <translation>训练样本</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>How the reference was chosen</source>
        <translation>参考数据的选取方式</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Strata</source>
        <translation>分层</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Points of the sample to draw</source>
        <translation>要抽取的样本点数</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>How the points are shared</source>
        <translation>点的分配方式</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/parameters/training.py"/>
        <location filename="../../algorithms/parameters/report.py"/>
        <location filename="../../gui/map_section.py"/>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Sample of points</source>
        <translation>点样本</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Overall accuracy</source>
        <translation>总体精度</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Average accuracy of the classes</source>
        <translation>各类别平均精度</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Pixels compared</source>
        <translation>比较的像元数</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Both reference shapes and a reference map were given.</source>
        <translation>同时给出了参考要素和参考地图。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Leave one of them empty.</source>
        <translation>请将其中之一留空。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/base.py"/>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <location filename="../../gui/cube.py"/>
        <source>Check that the file exists and opens in QGIS as a raster layer.</source>
        <translation>请检查文件是否存在，且能在 QGIS 中作为栅格图层打开。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Without reference data there is no report.</source>
        <translation>没有参考数据就没有报告。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/parameters/training.py"/>
        <location filename="../../algorithms/parameters/report.py"/>
        <source>HTML files (*.html)</source>
        <translation>HTML 文件 (*.html)</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Neither reference data nor a sample to draw was asked for.</source>
        <translation>既没有给出参考数据，也没有要求抽样。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Give a reference, or a file for the sample of points to be interpreted.</source>
        <translation>请给出参考数据，或为待解译的点样本指定文件。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>{} have no field at all.</source>
        <translation>{}没有任何字段。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>{}: the file cannot be opened: {}</source>
        <translation>{}：无法打开文件：{}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>The pretrained diffusion model whose features describe the surroundings. “bundled” is small, comes with the plugin and needs no network. “adm-imagenet64” is the paper&apos;s: 1.2 GB that are downloaded at first use, or the path of its checkpoint. Otherwise the path of a folder in the format of diffusers, or a model of the Hugging Face hub as owner/name@commit.</source>
        <translation>预训练的扩散模型，其特征描述周围环境。“bundled”体积小，随插件提供，无需网络。“adm-imagenet64”是论文所用的模型：首次使用时下载 1.2 GB，或给出其检查点的路径。此外也可以是 diffusers 格式文件夹的路径，或以 owner/name@commit 表示的 Hugging Face Hub 模型。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Sizes at which the network looks at the scene: 1 is full resolution, 2 half of it, and so on; 2, 4 by default.</source>
        <translation>网络观察影像的尺度：1 为全分辨率，2 为一半，依此类推；默认为 2, 4。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>How many numbers are kept of the network&apos;s activations at each scale: their principal components, the most telling first. The denoised picture is kept whole. Left empty where that is allowed, 4, or 32 where other blocks are chosen.</source>
        <translation>在每个尺度上保留网络激活的多少个数值：其主成分，最具代表性的在前。去噪图像整幅保留。在允许留空之处留空则为 4；若选择了其他块，则为 32。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Decoder blocks</source>
        <translation>解码器块</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Numbers of the network&apos;s decoder blocks to read, such as 5, 8, 11. Low numbers see wide and coarse, high ones near and fine; the number after the last block is the picture of the scene that the network has denoised. By default 2 and that picture, 12, of the bundled one. “Find the best features” tells which suit a scene.</source>
        <translation>要读取的网络解码器块编号，例如 5, 8, 11。编号小的看得宽而粗，编号大的看得近而细；最后一块之后的编号是网络去噪后的影像图像。默认为内置网络的 2 和该图像 12。“寻找最佳特征”会说明哪些适合该影像。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Timesteps</source>
        <translation>时间步</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>How noisy the network is to take the scene: 0 is clean, 999 nothing but noise; 300 by default. Several may be read, such as 100, 300.</source>
        <translation>让网络认为影像有多大噪声：0 为无噪声，999 为纯噪声；默认为 300。可读取多个，例如 100, 300。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Composites</source>
        <translation>合成影像</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>The pictures of three colours that the network looks at, out of rgb, cir, swir, pca1 (principal components 1 to 3) and pca2 (4 to 6); pca1, pca2 by default. Each takes its time.</source>
        <translation>网络所观察的三色影像，可选 rgb、cir、swir、pca1（第 1 至 3 主成分）和 pca2（第 4 至 6 主成分）；默认为 pca1, pca2。每一个都需要时间。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Scales</source>
        <translation>尺度</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Components of each scale</source>
        <translation>每个尺度的成分数</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Cancelled; nothing was written.</source>
        <translation>已取消；未写入任何内容。</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Also read data that refer to files outside their own folder or to the network, as virtual rasters may. Only for data that you trust; the options of the plugin hold what is chosen at first.</source>
        <translation>也读取引用自身文件夹以外的文件或网络的数据,例如虚拟栅格。仅用于您信任的数据;初始选择在插件的选项中设置。</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Allow data to refer to other folders and the network</source>
        <translation>允许数据引用其他文件夹和网络</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Choose another name for it.</source>
        <translation>请为其选择另一个名称。</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Create it or choose another folder.</source>
        <translation>请创建它或选择另一个文件夹。</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <location filename="../../bridge/training_layer.py"/>
        <source>Choose a folder in which you may create files.</source>
        <translation>请选择您可以创建文件的文件夹。</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <location filename="../../gui/cube.py"/>
        <source>The image cannot be opened: {}</source>
        <translation>无法打开影像：{}</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>{}: the file {} is an input or another output as well.</source>
        <translation>{}：文件 {} 同时也是输入或另一个输出。</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>{}: the folder {} does not exist.</source>
        <translation>{}：文件夹 {} 不存在。</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>{}: no file can be written in the folder {}.</source>
        <translation>{}：无法在文件夹 {} 中写入文件。</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Apply a model to many scenes</source>
        <translation>将模型应用于多景影像</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>hyperspectral,batch,campaign,time series,mosaic,flight lines,parallel,cluster,Dask,predict,classify,land cover</source>
        <translation>高光谱,批处理,航飞任务,时间序列,镶嵌,航带,并行,集群,Dask,预测,分类,土地覆盖</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Maps many hyperspectral images with one model, several at a time.</source>
        <translation>用一个模型对多景高光谱影像制图，多景同时进行。</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>&lt;p&gt;Maps many scenes of one sensor with a model that was trained before, several at a time, on all of this computer or on a cluster. Sizes, coordinate systems and no-data values may differ; bands are matched by wavelength.&lt;/p&gt;&lt;p&gt;A scene that cannot be mapped stops none of the others; the summary gives its reason. Run it again with the same folder, and what is complete is left out: after a cancel, a crash, or with new scenes.&lt;/p&gt;&lt;p&gt;The summary, a web page and a table, holds each scene&apos;s class areas, mean confidence and the share of it that looks like nothing the model has learnt from. Assess some of the maps before you rely on all of them.&lt;/p&gt;</source>
        <translation>&lt;p&gt;用已训练的模型对同一传感器的多景影像制图，多景同时进行，可使用本机的全部资源或集群。大小、坐标系和无数据值可以不同；波段按波长匹配。&lt;/p&gt;&lt;p&gt;无法制图的影像不会影响其他影像；汇总中会给出原因。对同一文件夹再次运行时，已完成的部分会被略过：适用于取消、崩溃之后，或有新影像时。&lt;/p&gt;&lt;p&gt;汇总包括一个网页和一个表格，列出每景影像各类别的面积、平均置信度，以及与模型所学内容毫无相似之处的比例。在使用全部地图之前，请先评估其中几幅。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Cancelled; scenes that were complete stay, and are left out next time.</source>
        <translation>已取消；已完成的影像将保留，下次会略过。</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>The hyperspectral images: layers of the project, or files.</source>
        <translation>高光谱影像：项目中的图层或文件。</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>All rasters in this folder are scenes, and so are the products in its subfolders. Maps that an earlier run has left in it are not.</source>
        <translation>此文件夹中的所有栅格以及其子文件夹中的产品都作为影像。先前运行留在其中的地图除外。</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Such as *.tif or flight*/*_refl.bsq; ** stands for folders of any depth. Left empty, all are taken.</source>
        <translation>例如 *.tif 或 flight*/*_refl.bsq；** 表示任意深度的文件夹。留空则取全部。</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>{name} is the scene&apos;s name, {folder} that of the folder it lies in, {kind} what the raster shows: map, confidence, probabilities, applicability. A / makes folders.</source>
        <translation>{name} 为影像名称，{folder} 为其所在文件夹的名称，{kind} 为栅格的内容：map、confidence、probabilities、applicability。用 / 创建文件夹。</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>How many processes map scenes side by side on this computer. Left empty, as many as its cores, graphics cards and free memory allow.</source>
        <translation>本机上同时对影像制图的进程数。留空则取决于处理器核心、显卡和可用内存。</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>The address of a running scheduler, such as tls://host:8786, whose workers are to do the work instead of this computer. They need the backend and the same file system.</source>
        <translation>正在运行的调度器的地址，例如 tls://host:8786，由其工作进程代替本机计算。它们需要计算后端和相同的文件系统。</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Maps, summary.html and summary.csv are written into it.</source>
        <translation>地图、summary.html 和 summary.csv 将写入其中。</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Scenes</source>
        <translation>影像</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Folder of scenes</source>
        <translation>影像文件夹</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Only files in the folder that match</source>
        <translation>仅文件夹中匹配的文件</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Also write confidence</source>
        <translation>同时写出置信度</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>For each scene, the probability of the chosen class in percent.</source>
        <translation>每景影像所选类别的概率，以百分比表示。</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Also write the probabilities of the classes</source>
        <translation>同时写出各类别的概率</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>For each scene, one band a class. They take a lot of space.</source>
        <translation>每景影像每个类别一个波段。占用大量空间。</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Also write the area of applicability</source>
        <translation>同时写出适用范围</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>For each scene, how unlike all training pixels every pixel is.</source>
        <translation>每景影像中每个像元与所有训练像元的差异程度。</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Map again what is complete</source>
        <translation>重新对已完成的影像制图</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Without this, a scene is left out when its map is there and was made of the same file with the same model and settings.</source>
        <translation>不勾选时，若地图已存在且由相同文件、相同模型和相同设置生成，则略过该影像。</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Load all maps into the project</source>
        <translation>将所有地图加载到项目中</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Shows each finished map as a layer; better not for hundreds of scenes.</source>
        <translation>将每幅完成的地图显示为图层；影像有数百景时不建议使用。</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Names of the rasters</source>
        <translation>栅格名称</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Scenes at a time</source>
        <translation>同时处理的影像数</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Dask scheduler</source>
        <translation>Dask 调度器</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Certificate of the authority</source>
        <translation>证书颁发机构的证书</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Own certificate for the cluster</source>
        <translation>用于集群的自有证书</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Key of the own certificate</source>
        <translation>自有证书的密钥</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>A file in PEM format, for a scheduler whose address begins with tls://.</source>
        <translation>PEM 格式的文件，用于地址以 tls:// 开头的调度器。</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Folder for the maps</source>
        <translation>地图文件夹</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Summary</source>
        <translation>汇总</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Table of all scenes</source>
        <translation>所有影像的表格</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Class maps</source>
        <translation>分类图</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Scenes mapped</source>
        <translation>已制图的影像</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Scenes that were complete</source>
        <translation>先前已完成的影像</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Scenes that failed</source>
        <translation>失败的影像</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>There are no scenes.</source>
        <translation>没有影像。</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Choose some layers or files, or a folder.</source>
        <translation>请选择一些图层或文件，或一个文件夹。</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Choose another one.</source>
        <translation>请选择另一个。</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Not one of the scenes could be mapped.</source>
        <translation>没有一景影像能够制图。</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>There is no folder {}.</source>
        <translation>文件夹 {} 不存在。</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Their reasons are in the log above and in {}.</source>
        <translation>原因见上方日志和 {}。</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>Classify HSI with GeoDiffNet-F</source>
        <translation>使用 GeoDiffNet-F 对高光谱影像分类</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>hyperspectral,imaging spectroscopy,land cover,supervised,machine learning,deep learning,diffusion,linear discriminant analysis,random forest,support vector machine,training</source>
        <translation>高光谱,成像光谱,土地覆盖,监督分类,机器学习,深度学习,扩散,线性判别分析,随机森林,支持向量机,训练</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>Turns a hyperspectral image and drawn examples into a class map.</source>
        <translation>由高光谱影像和绘制的样本生成分类图。</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>&lt;p&gt;Turns a hyperspectral image and the examples that you have drawn on it into a georeferenced map of classes.&lt;/p&gt;&lt;p&gt;GeoDiffNet-F combines the spectrum of each pixel with spatial features, computed by a diffusion model that was pretrained on natural images. The map comes with your class names and, where the layer of examples is styled by category, with your colours.&lt;/p&gt;&lt;p&gt;A few polygons a class are enough to begin with: classify, look where the map is wrong or unsure, draw there, classify again. The accuracies come from cross-validation in which no polygon is used for training and testing at once.&lt;/p&gt;</source>
        <translation>&lt;p&gt;由高光谱影像和您在其上绘制的样本生成带地理参考的分类图。&lt;/p&gt;&lt;p&gt;GeoDiffNet-F 将每个像元的光谱与空间特征相结合，这些特征由在自然图像上预训练的扩散模型计算。地图带有您的类别名称；如果样本图层按类别设置样式，也带有您的颜色。&lt;/p&gt;&lt;p&gt;每类只需几个多边形即可开始：分类，查看地图何处错误或不确定，在那里绘制，再次分类。精度来自交叉验证，其中没有多边形同时用于训练和测试。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>The trained model, to apply it to other scenes of the same sensor.</source>
        <translation>训练好的模型，可应用于同一传感器的其他影像。</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Compare methods</source>
        <translation>比较方法</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>hyperspectral,machine learning,benchmark,linear discriminant analysis,random forest,support vector machine,deep learning,diffusion,cross-validation,accuracy,model selection</source>
        <translation>高光谱,机器学习,基准,线性判别分析,随机森林,支持向量机,深度学习,扩散,交叉验证,精度,模型选择</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Tries every method on your examples and tells which one to take.</source>
        <translation>用您的样本尝试每种方法，并说明应选用哪一种。</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>&lt;p&gt;Tries every method on an image and the examples that you have drawn on it, and tells which one to take: accuracies with their intervals, class by class, and the maps next to each other.&lt;/p&gt;&lt;p&gt;All methods learn from and are tested on the same parts of the examples; no polygon is used for training and testing at once. Where the examples cannot tell two methods apart, the simpler one is taken.&lt;/p&gt;&lt;p&gt;Nothing is kept but the report: classify with the method it names.&lt;/p&gt;</source>
        <translation>&lt;p&gt;用一景影像和您在其上绘制的样本尝试每种方法，并说明应选用哪一种：逐类给出精度及其区间，并将地图并排显示。&lt;/p&gt;&lt;p&gt;所有方法都从相同的样本部分学习，并在相同的部分上测试；没有多边形同时用于训练和测试。若样本无法区分两种方法，则选用较简单的一种。&lt;/p&gt;&lt;p&gt;除报告外不保留任何内容：请用报告指出的方法进行分类。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Which methods to compare. geodiffnet-f combines the spectrum with spatial features from a diffusion model; geodiffnet uses these features only; geospecnet (neural network), lda (linear discriminant), rf (random forest) and svm (support vector machine) use the spectrum only.</source>
        <translation>要比较的方法。geodiffnet-f 将光谱与扩散模型的空间特征相结合；geodiffnet 只用这些特征；geospecnet（神经网络）、lda（线性判别分析）、rf（随机森林）和 svm（支持向量机）只用光谱。</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <location filename="../../algorithms/tune.py"/>
        <source>Where chance starts from. The same inputs with the same seed give the same figures; another seed shows how much of a difference is luck.</source>
        <translation>随机性的起点。输入和种子相同，则数值相同；换一个种子可以看出差异中有多少是偶然。</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>A web page with all figures, each class&apos;s accuracy and the maps next to each other; the numbers go beside it as JSON.</source>
        <translation>包含所有数值、各类别精度和并排地图的网页；数值以 JSON 存于旁边。</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Methods</source>
        <translation>方法</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>The method to take</source>
        <translation>应选用的方法</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Compute diffusion features</source>
        <translation>计算扩散特征</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <location filename="../../algorithms/tune.py"/>
        <source>Diffusion features</source>
        <translation>扩散特征</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>hyperspectral,embedding,texture,context,deep features,diffusion,UNet,activations,dimensionality reduction</source>
        <translation>高光谱,嵌入,纹理,上下文,深度特征,扩散,UNet,激活,降维</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Writes what a diffusion network sees around each pixel of an image.</source>
        <translation>写出扩散网络在影像每个像元周围看到的内容。</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>&lt;p&gt;Writes what a diffusion model pretrained on natural images sees around each pixel of a hyperspectral image: a raster with one named band for each feature, on the grid of the image. Use them in other programs, for segmentation, clustering or a model of your own.&lt;/p&gt;&lt;p&gt;To classify, this is not needed: &lt;i&gt;Classify HSI with GeoDiffNet-F&lt;/i&gt; computes the same features itself, and both keep them for the next run.&lt;/p&gt;</source>
        <translation>&lt;p&gt;写出在自然图像上预训练的扩散模型在高光谱影像每个像元周围看到的内容：一个与影像网格一致的栅格，每个特征对应一个命名的波段。可在其他程序中用于分割、聚类或您自己的模型。&lt;/p&gt;&lt;p&gt;分类时不需要它：&lt;i&gt;使用 GeoDiffNet-F 对高光谱影像分类&lt;/i&gt;会自行计算相同的特征，两者都会为下次运行保留这些特征。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>A GeoTIFF with one band a feature. The first bands, of each scale, are the most telling; the last ones are plain averages of the colours around the pixel. −9999 is where the image has no data.</source>
        <translation>每个特征一个波段的 GeoTIFF。每个尺度的前几个波段最具代表性；最后几个是像元周围颜色的简单平均。影像无数据处为 −9999。</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Number of features</source>
        <translation>特征数量</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Polygons, points or lines drawn on places whose class is known, in any coordinate system: at least two classes with three pixels each, better five to ten small polygons a class, spread over the scene. Selection, filters, joins and temporary layers count as you see them.</source>
        <translation>在类别已知的位置绘制的多边形、点或线，坐标系不限：至少两个类别，每类三个像元；最好每类五到十个小多边形，分布于整景影像。选择、过滤、连接和临时图层均按您所见生效。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>The field that says which class an example shows: a name or a whole number. Examples without a value are left out.</source>
        <translation>说明样本属于哪个类别的字段：名称或整数。没有值的样本将被略过。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>A raster whose first band holds a whole number for each class where the class is known, and 0 or no data elsewhere. Pixels of one class that touch count as one example. Names and colours come from its style or its file.</source>
        <translation>第一波段在类别已知处为每个类别的整数、其余处为 0 或无数据的栅格。同一类别中相连的像元视为一个样本。名称和颜色来自其样式或文件。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <location filename="../../algorithms/suggest.py"/>
        <source>Labelled examples</source>
        <translation>带标签的样本</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Raster of labels, instead of drawn examples</source>
        <translation>标签栅格（代替绘制的样本）</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Both drawn examples and a raster of labels were given.</source>
        <translation>同时给出了绘制的样本和标签栅格。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>There are no labels to learn from.</source>
        <translation>没有可供学习的标签。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Choose a layer of labelled examples, or a raster of labels.</source>
        <translation>请选择带标签样本的图层或标签栅格。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>The raster of labels cannot be opened: {}</source>
        <translation>无法打开标签栅格：{}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>centre: those whose centre it holds; touched: all that it touches; coverage: those of which it covers the share below. One too small for any labels the pixel it lies in.</source>
        <translation>centre：中心落在多边形内的像元；touched：多边形触及的所有像元；coverage：被覆盖比例达到下面所设值的像元。若多边形过小而不满足任何一种，则标记其所在的像元。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>geodiffnet-f combines the spectrum with spatial features from a diffusion model and suits most scenes; geodiffnet uses these features only; geospecnet (neural network), lda (linear discriminant), rf (random forest) and svm (support vector machine) use the spectrum only. lda is fitted in milliseconds. auto blends all methods by weights from cross-validation and takes longest.</source>
        <translation>geodiffnet-f 将光谱与扩散模型的空间特征相结合，适合大多数影像；geodiffnet 只用这些特征；geospecnet（神经网络）、lda（线性判别分析）、rf（随机森林）和 svm（支持向量机）只用光谱。lda 的拟合只需几毫秒。auto 以交叉验证得到的权重融合所有方法，耗时最长。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>For the method lda only: fit it to the spectrum and the diffusion features. They are computed once for a scene and kept, as for geodiffnet-f; without them lda needs no diffusion model.</source>
        <translation>仅用于方法 lda：用光谱和扩散特征拟合。与 geodiffnet-f 一样，每景影像的特征只计算一次并保留；不用这些特征时，lda 不需要扩散模型。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>paper reads one composite and one decoder block and trains plain networks, as was published, for comparison; default does better.</source>
        <translation>paper 按论文发表的方式读取一个合成影像和一个解码器块并训练普通网络，用于比较；default 效果更好。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Where chance starts from. The same inputs with the same seed give the same map; another seed shows how much of it is luck.</source>
        <translation>随机性的起点。输入和种子相同，则地图相同；换一个种子可以看出其中有多少是偶然。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>A web page with the accuracies, the confusion matrix, the weights of the base classifiers, the input data and the settings.</source>
        <translation>包含精度、混淆矩阵、基分类器权重、输入数据和设置的网页。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Pixels that a polygon labels</source>
        <translation>多边形所标记的像元</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Smallest share that a polygon must cover</source>
        <translation>多边形须覆盖的最小比例</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>For the rule coverage: from above 0 to 1, a pixel covered as a whole.</source>
        <translation>用于规则 coverage：大于 0 至 1，1 表示像元被完全覆盖。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Radius of points (pixels)</source>
        <translation>点的半径（像元）</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>A point labels the pixel it lies in and those whose centre is within this radius.</source>
        <translation>点标记其所在的像元以及中心位于此半径内的像元。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Width of lines (pixels)</source>
        <translation>线的宽度（像元）</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>A line of width 0 labels the pixels it touches, a wider one those whose centre it holds.</source>
        <translation>宽度为 0 的线标记其触及的像元，更宽的线标记中心落在其中的像元。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Overall accuracy (cross-validation by polygons)</source>
        <translation>总体精度（按多边形交叉验证）</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Average accuracy of the classes (cross-validation)</source>
        <translation>各类别平均精度（交叉验证）</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Kappa (cross-validation)</source>
        <translation>Kappa（交叉验证）</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <location filename="../../algorithms/tune.py"/>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Let lda use diffusion features</source>
        <translation>lda 使用扩散特征</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>The map as a GeoTIFF on the grid of the image; class names and colours stand in the file. 0 is where the image has no data.</source>
        <translation>与影像网格一致的 GeoTIFF 地图；类别名称和颜色存于文件中。影像无数据处为 0。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with the probability of the chosen class in percent. Where it is low, more examples help most.</source>
        <translation>所选类别概率（百分比）的 GeoTIFF。概率低的地方增加样本最有帮助。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with one band a class: the probability of that class, 0 to 1.</source>
        <translation>每个类别一个波段的 GeoTIFF：该类别的概率，0 至 1。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF that tells how unlike all training pixels a pixel is. Above 1 it looks like nothing the model has learnt from, and the accuracies do not speak of it.</source>
        <translation>说明像元与所有训练像元差异程度的 GeoTIFF。大于 1 时，它与模型所学的任何内容都不相似，精度数值对其不适用。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <location filename="../../gui/map_section.py"/>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Probabilities of the classes</source>
        <translation>各类别的概率</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Area of applicability</source>
        <translation>适用范围</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Share of the scene outside the area of applicability</source>
        <translation>影像中适用范围以外的比例</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/more_scenes.py"/>
        <source>Images of the same sensor on which examples lie as well; the one layer of examples serves all. Bands are matched by wavelength to the first image. Whole scenes are then held out for the accuracies, where each class lies in two of them.</source>
        <translation>同样有样本的同一传感器影像；同一个样本图层用于所有影像。波段按波长与第一景影像匹配。若每个类别至少出现在其中两景，则计算精度时整景留出。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/more_scenes.py"/>
        <source>Further scenes with labels</source>
        <translation>其他带标签的影像</translation>
    </message>
    <message>
        <location filename="../../algorithms/provider.py"/>
        <source>GeoDiffNet: hyperspectral classification</source>
        <translation>GeoDiffNet：高光谱分类</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>The scene, as reflectance, with at least three bands. Wavelengths and bad bands are read from its metadata where there are any. Every format and subdataset that QGIS opens as a raster layer will do, and the metadata file or folder of an EnMAP, PRISMA, DESIS or EMIT product.</source>
        <translation>反射率影像，至少三个波段。如有元数据，则从中读取波长和坏波段。QGIS 能作为栅格图层打开的任何格式和子数据集均可，也可以是 EnMAP、PRISMA、DESIS 或 EMIT 产品的元数据文件或文件夹。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Where to compute: auto takes a graphics card where there is a suitable one; cpu the processor; cuda an NVIDIA card; mps the graphics of an Apple computer.</source>
        <translation>计算位置：auto 在有合适显卡时使用显卡；cpu 使用处理器；cuda 使用 NVIDIA 显卡；mps 使用 Apple 电脑的图形处理器。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>How much memory the computation may use, roughly. Left empty it is chosen by what is free; set less when the computation was stopped for lack of memory.</source>
        <translation>计算大致可用的内存。留空则按可用内存选择；若计算因内存不足而停止，请设置较小的值。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Bands in the windows of water vapour (1340–1460, 1790–1960 and above 2450 nm) and bands whose values hardly differ. The log names them.</source>
        <translation>位于水汽吸收窗口（1340–1460、1790–1960 及 2450 nm 以上）的波段，以及数值几乎没有差异的波段。日志中会列出它们。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Hyperspectral image</source>
        <translation>高光谱影像</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Device</source>
        <translation>计算设备</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Memory limit (MB)</source>
        <translation>内存限制 (MB)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Bands to leave out</source>
        <translation>要略过的波段</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Numbers and ranges, such as 1-5, 130-135, besides the bands that the image itself marks as bad or that are empty.</source>
        <translation>编号和范围，例如 1-5, 130-135，在影像自身标记为坏波段或为空的波段之外另行略过。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Bands for red, green and blue</source>
        <translation>红、绿、蓝波段</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Three band numbers, such as 30, 20, 10, for an image without wavelengths; otherwise they are found by wavelength.</source>
        <translation>三个波段编号，例如 30, 20, 10，用于没有波长的影像；否则按波长查找。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Also leave out bands without signal</source>
        <translation>同时略过没有信号的波段</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Choose the hyperspectral scene itself rather than a map or a band of it.</source>
        <translation>请选择高光谱影像本身，而不是地图或其中一个波段。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>The image {} has too few bands ({}); at least {} are needed.</source>
        <translation>影像 {} 的波段太少（{}）；至少需要 {} 个。</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Set up the backend</source>
        <translation>安装计算后端</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Set-up</source>
        <translation>安装</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>install,installation,environment,python,pip,torch,pytorch,cuda,gpu,dependencies,upgrade,repair,verify,uninstall,offline,wheels</source>
        <translation>安装,环境,python,pip,torch,pytorch,cuda,gpu,依赖,升级,修复,验证,卸载,离线,wheel</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Makes, checks, repairs or removes the Python environment that computes.</source>
        <translation>创建、检查、修复或删除用于计算的 Python 环境。</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>&lt;p&gt;GeoDiffNet computes in a Python environment of its own, apart from QGIS&apos;s. This makes it in your QGIS profile: no administrator is needed, and nothing else on the computer changes.&lt;/p&gt;&lt;p&gt;Every file is checked against the one that was tested. A set-up that is cancelled or breaks off leaves what was there before; the next one goes on with what is already downloaded. In the end a self-test runs.&lt;/p&gt;&lt;p&gt;The same can be done under &lt;i&gt;Settings ▸ Options ▸ GeoDiffNet&lt;/i&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;GeoDiffNet 在自己的 Python 环境中计算，与 QGIS 的 Python 分开。此工具在您的 QGIS 配置文件夹中创建该环境：无需管理员权限，计算机上的其他内容不会改变。&lt;/p&gt;&lt;p&gt;每个文件都会与测试过的文件核对。安装被取消或中断时，原有内容保持不变；下次会从已下载的内容继续。最后运行自检。&lt;/p&gt;&lt;p&gt;也可以在&lt;i&gt;设置 ▸ 选项 ▸ GeoDiffNet&lt;/i&gt; 中进行同样的操作。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>setup: make the environment, or upgrade it after an upgrade of the plugin. verify: run the self-test. repair: make it anew. download: only fill a folder of wheels, for computers without a network. use: use a Python of your own. remove: delete the environment.</source>
        <translation>setup：创建环境，或在插件升级后升级环境。verify：运行自检。repair：重新创建。download：仅填充 wheel 文件夹，供没有网络的计算机使用。use：使用您自己的 Python。remove：删除环境。</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>auto takes the build for NVIDIA graphics cards (CUDA, a download of about 3 GB) where a driver that is new enough answers, and the small one for the CPU otherwise (about 0.4 GB). Macs have one build, which uses Apple&apos;s GPU.</source>
        <translation>auto 在有足够新的驱动程序响应时采用适用于 NVIDIA 显卡的版本（CUDA，下载约 3 GB），否则采用较小的 CPU 版本（约 0.4 GB）。Mac 只有一个版本，使用 Apple 的 GPU。</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Install from this folder, without a network; with the action “download”, the folder to fill. It must hold the tested files, for this system and Python.</source>
        <translation>从此文件夹安装，无需网络；使用操作“download”时，为要填充的文件夹。其中必须包含适用于本系统和此 Python 的经过测试的文件。</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>The Python to make the environment with, if not the one that is found (QGIS&apos;s own on Windows, the system&apos;s python3 on Linux). With the action “use”, the interpreter of an environment of your own that has all packages; empty to use the profile&apos;s environment again.</source>
        <translation>用于创建环境的 Python，如果不采用自动找到的（Windows 上为 QGIS 自带的，Linux 上为系统的 python3）。使用操作“use”时，为您自己的、包含所有软件包的环境的解释器；留空则重新使用配置文件夹中的环境。</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Build of PyTorch</source>
        <translation>PyTorch 版本</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Folder of wheels</source>
        <translation>wheel 文件夹</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Folder of the environment</source>
        <translation>环境文件夹</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Seconds of the self-test</source>
        <translation>自检用时（秒）</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../bridge/setup/actions.py"/>
        <source>There is no folder to download to.</source>
        <translation>没有可供下载的文件夹。</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Choose one under “Folder of wheels”.</source>
        <translation>请在“wheel 文件夹”中选择一个。</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Cancelled; what was there before is as it was.</source>
        <translation>已取消；原有内容保持不变。</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Field with the class</source>
        <translation>类别字段</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Check that the file exists and opens in QGIS as a vector layer.</source>
        <translation>请检查文件是否存在，且能在 QGIS 中作为矢量图层打开。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Choose a layer of polygons, points or lines drawn on the image.</source>
        <translation>请选择在影像上绘制的多边形、点或线图层。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Draw some, or, where “selected features only” is ticked, select some or untick it.</source>
        <translation>请绘制一些；如果勾选了“仅选中的要素”，请选择一些或取消勾选。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{} cannot be opened: {}</source>
        <translation>无法打开{}：{}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: {} is a table without shapes.</source>
        <translation>{}：{} 是没有几何图形的表。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{} have no field “{}”.</source>
        <translation>{}没有字段“{}”。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Choose one of their fields: {}.</source>
        <translation>请选择其中一个字段：{}。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>there is none</source>
        <translation>没有</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{} have no coordinate system; the image&apos;s is taken.</source>
        <translation>{}没有坐标系；采用影像的坐标系。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: there are none.</source>
        <translation>{}：一个也没有。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: {} had crossing edges; repaired.</source>
        <translation>{}：{} 个存在边线交叉；已修复。</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Suggest where to label next</source>
        <translation>建议下一步标注的位置</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Labelling</source>
        <translation>标注</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>hyperspectral,active learning,training,examples,sampling,uncertainty,novelty</source>
        <translation>高光谱,主动学习,训练,样本,采样,不确定性,新颖性</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Finds the places whose class would teach a model most.</source>
        <translation>找出其类别对模型最有帮助的位置。</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>&lt;p&gt;Finds places in a scene whose class would teach a model most: where it wavers between classes, what looks unlike anything it has learnt from, and never many of the same kind.&lt;/p&gt;&lt;p&gt;The result is a layer to be filled in: look at each place, write its class into the field, correct or enlarge the shape, and delete what you cannot tell. Then add the places to your examples and classify again.&lt;/p&gt;</source>
        <translation>&lt;p&gt;在影像中找出其类别对模型最有帮助的位置：模型在类别间犹豫之处，与其所学内容不相似之处，且同类位置不会过多。&lt;/p&gt;&lt;p&gt;结果是一个待填写的图层：查看每个位置，将其类别写入字段，修正或扩大形状，并删除无法判断的位置。然后将这些位置加入样本，再次分类。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>The examples that the model has learnt from. With them, places that look like one of them come last, and none lies on one.</source>
        <translation>模型所学习的样本。给出后，与其相似的位置排在最后，且没有位置落在样本上。</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>The field of the examples that holds their class. The suggested places get an empty field of that name.</source>
        <translation>样本中存放类别的字段。建议的位置会得到同名的空字段。</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>How many places to suggest; the most telling one has the number 1.</source>
        <translation>建议多少个位置；最有帮助的编号为 1。</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>polygon: the outline of the pixel, ready to be enlarged; point: its middle.</source>
        <translation>polygon：像元的轮廓，便于扩大；point：像元的中心。</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Within this distance a second place is hardly worth the way. Left empty it is chosen by the size of the scene and the number of places.</source>
        <translation>在此距离之内，第二个位置几乎没有价值。留空则根据影像大小和位置数量选择。</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Where chance starts from: the same inputs with the same seed, same places.</source>
        <translation>随机性的起点：输入和种子相同，则位置相同。</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>A GeoPackage of the places: their number, an empty field for the class, the two likeliest classes, the confidence in percent and why the place was chosen.</source>
        <translation>位置的 GeoPackage：编号、用于填写类别的空字段、两个最可能的类别、置信度（百分比）以及选择该位置的原因。</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Number of places</source>
        <translation>位置数量</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Shape of the places</source>
        <translation>位置的形状</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Distance between places (pixels)</source>
        <translation>位置之间的距离（像元）</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Suggested places</source>
        <translation>建议的位置</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Number of suggested places</source>
        <translation>建议的位置数量</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>Train a model</source>
        <translation>训练模型</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>hyperspectral,imaging spectroscopy,supervised,machine learning,deep learning,diffusion,linear discriminant analysis,random forest,support vector machine,fit,accuracy</source>
        <translation>高光谱,成像光谱,监督分类,机器学习,深度学习,扩散,线性判别分析,随机森林,支持向量机,拟合,精度</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>Learns classes from drawn examples and keeps the model for other scenes.</source>
        <translation>从绘制的样本学习类别，并保存模型供其他影像使用。</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>&lt;p&gt;Learns to tell classes apart from the examples that you have drawn on a hyperspectral image, tells how well that works, and keeps the model in a file.&lt;/p&gt;&lt;p&gt;Nothing is mapped. &lt;i&gt;Apply a model&lt;/i&gt; maps this scene, or others of the same sensor, with the file; &lt;i&gt;Classify HSI with GeoDiffNet-F&lt;/i&gt; does both at once.&lt;/p&gt;&lt;p&gt;The accuracies come from cross-validation in which no polygon is used for training and testing at once.&lt;/p&gt;</source>
        <translation>&lt;p&gt;从您在高光谱影像上绘制的样本学习区分类别，说明效果如何，并将模型保存到文件。&lt;/p&gt;&lt;p&gt;不进行制图。&lt;i&gt;应用模型&lt;/i&gt;用该文件对本景或同一传感器的其他影像制图；&lt;i&gt;使用 GeoDiffNet-F 对高光谱影像分类&lt;/i&gt;则一次完成两者。&lt;/p&gt;&lt;p&gt;精度来自交叉验证，其中没有多边形同时用于训练和测试。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>The file to keep the trained model in (.safetensors): all that is needed to map other scenes, on this or another computer. It holds no program code.</source>
        <translation>保存训练好的模型的文件 (.safetensors)：包含在本机或其他计算机上对其他影像制图所需的一切。其中不含程序代码。</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Make a training layer</source>
        <translation>创建训练图层</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>hyperspectral,training,examples,polygons,digitise,draw,classes,labels,GeoPackage</source>
        <translation>高光谱,训练,样本,多边形,数字化,绘制,类别,标签,GeoPackage</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Makes an empty layer to draw examples of your classes in.</source>
        <translation>创建一个空图层，用于绘制各类别的样本。</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>&lt;p&gt;Makes an empty layer of polygons in which you draw examples of your classes, in the coordinate system of the scene.&lt;/p&gt;&lt;p&gt;Each class has its colour, and the form that QGIS opens for a new polygon offers the classes as a list. Names and colours are kept in the GeoPackage itself, and the class map takes them over.&lt;/p&gt;&lt;p&gt;The panel &lt;i&gt;GeoDiffNet labelling&lt;/i&gt; makes such a layer, too, and helps to draw in it.&lt;/p&gt;&lt;p&gt;Example of a class list: &lt;code&gt;water=#2f7fd1, tree, roof=#d1453b&lt;/code&gt;&lt;/p&gt;</source>
        <translation>&lt;p&gt;创建一个空的多边形图层，供您绘制各类别的样本，坐标系与影像相同。&lt;/p&gt;&lt;p&gt;每个类别都有自己的颜色；QGIS 为新多边形打开的表单以列表提供类别。名称和颜色保存在 GeoPackage 本身，分类图会沿用它们。&lt;/p&gt;&lt;p&gt;面板&lt;i&gt;GeoDiffNet 标注&lt;/i&gt;也能创建这样的图层，并帮助您在其中绘制。&lt;/p&gt;&lt;p&gt;类别列表示例：&lt;code&gt;水体=#2f7fd1, 树木, 屋顶=#d1453b&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>The scene to draw on; the new layer gets its coordinate system.</source>
        <translation>要在其上绘制的影像；新图层采用其坐标系。</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>The classes, one a line or separated by commas, each as its name or as name=#rrggbb. Classes without a colour get one; more can be added later.</source>
        <translation>类别，每行一个或以逗号分隔，写作名称或 名称=#rrggbb。没有颜色的类别会得到一种颜色；以后可以再添加。</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>The GeoPackage to make, with a text field “class”. A file that holds features already is never overwritten.</source>
        <translation>要创建的 GeoPackage，带有文本字段“class”。已含要素的文件绝不会被覆盖。</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Training polygons</source>
        <translation>训练多边形</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Classes: {}.</source>
        <translation>类别：{}。</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Find the best features</source>
        <translation>寻找最佳特征</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>hyperspectral,hyperparameters,grid search,tuning,decoder block,timestep,composite,diffusion,cross-validation,clusters</source>
        <translation>高光谱,超参数,网格搜索,调优,解码器块,时间步,合成影像,扩散,交叉验证,聚类</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Tells which block, timestep and composite of a network suit a scene.</source>
        <translation>说明网络的哪个块、哪个时间步和哪种合成影像适合一景影像。</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>&lt;p&gt;Tries blocks and timesteps of the diffusion network, and pictures of the scene for it to look at, and tells which ones tell your classes apart best: a report with the accuracy of every setting, and what each sees of the scene without any label.&lt;/p&gt;&lt;p&gt;All settings are tested on the same parts of the examples; no polygon is used for training and testing at once. What is read by default, several blocks of several composites at once, is tried as well: often it is better than any single one.&lt;/p&gt;&lt;p&gt;The best setting can be given to &lt;i&gt;Classify HSI with GeoDiffNet-F&lt;/i&gt; and &lt;i&gt;Train a model&lt;/i&gt;, among the advanced parameters.&lt;/p&gt;</source>
        <translation>&lt;p&gt;尝试扩散网络的块和时间步，以及供其观察的影像合成，并说明哪些最能区分您的类别：报告给出每种设置的精度，以及在没有任何标签时每种设置从影像中看到的内容。&lt;/p&gt;&lt;p&gt;所有设置都在相同的样本部分上测试；没有多边形同时用于训练和测试。默认读取的内容（同时读取多个合成影像的多个块）也会一并尝试：它往往比任何单一设置更好。&lt;/p&gt;&lt;p&gt;最佳设置可在&lt;i&gt;使用 GeoDiffNet-F 对高光谱影像分类&lt;/i&gt;和&lt;i&gt;训练模型&lt;/i&gt;的高级参数中给出。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>A web page with a heat map of all settings, and clusters of what each sees beside the composites; the numbers go beside it as JSON.</source>
        <translation>包含所有设置热力图的网页，并在合成影像旁显示每种设置所见内容的聚类；数值以 JSON 存于旁边。</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>What learns from the features: geodiffnet sees nothing but them, so that they are compared; geodiffnet-f sees the spectrum as well, so that only what they add to it counts.</source>
        <translation>由什么来学习特征：geodiffnet 只看特征，因此比较的是特征本身；geodiffnet-f 还看光谱，因此只计特征对光谱的增益。</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Best decoder block</source>
        <translation>最佳解码器块</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Best timestep</source>
        <translation>最佳时间步</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Best composite</source>
        <translation>最佳合成影像</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Decoder blocks to try</source>
        <translation>要尝试的解码器块</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Numbers such as 2, 5, 8, 11. Low ones see wide and coarse, high ones near and fine; the number after the last block is the picture that the network has denoised. Left empty, some spread over the network are tried.</source>
        <translation>编号，例如 2, 5, 8, 11。小的看得宽而粗，大的看得近而细；最后一块之后的编号是网络去噪后的图像。留空则尝试分布于网络中的若干个。</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Timesteps to try</source>
        <translation>要尝试的时间步</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>How noisy the network is to take the scene: numbers from 0, clean, to 999, nothing but noise. Left empty, 50, 150 and 300 are tried.</source>
        <translation>让网络认为影像有多大噪声：从 0（无噪声）到 999（纯噪声）的数值。留空则尝试 50、150 和 300。</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Composites to try</source>
        <translation>要尝试的合成影像</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Pictures of the scene out of rgb, cir, swir, pca1 (principal components 1 to 3) and pca2 (4 to 6); with + between them, such as rgb+pca1, they are read together. Left empty, pca1+pca2 and rgb are tried.</source>
        <translation>影像合成，可选 rgb、cir、swir、pca1（第 1 至 3 主成分）和 pca2（第 4 至 6 主成分）；用 + 连接则一起读取，例如 rgb+pca1。留空则尝试 pca1+pca2 和 rgb。</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>Write a name before the colour, such as water=#2f7fd1.</source>
        <translation>请在颜色前写上名称，例如 水体=#2f7fd1。</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>Write it as #rrggbb, such as water=#2f7fd1, or leave it away.</source>
        <translation>请写作 #rrggbb，例如 水体=#2f7fd1，或省略颜色。</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>Name each class once.</source>
        <translation>每个类别只能列出一次。</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>A class has no name: {}</source>
        <translation>有一个类别没有名称：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>The class {} has no colour that can be read: {}</source>
        <translation>类别 {} 的颜色无法识别：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>The class {} is in the list twice.</source>
        <translation>类别 {} 在列表中出现了两次。</translation>
    </message>
    <message>
        <location filename="../../bridge/labels.py"/>
        <location filename="../../gui/composites.py"/>
        <source>Check that the disk of the temporary folder has space left.</source>
        <translation>请检查临时文件夹所在磁盘是否还有空间。</translation>
    </message>
    <message>
        <location filename="../../bridge/labels.py"/>
        <source>The labels could not be written to {}: {}</source>
        <translation>无法将标签写入 {}：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>signal {}</source>
        <translation>信号 {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>exit status {}</source>
        <translation>退出状态 {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>about {} h left</source>
        <translation>大约还需 {} 小时</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>Log of the backend: {}</source>
        <translation>计算后端日志：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>The system stopped the computation, probably because it ran out of memory.</source>
        <translation>系统终止了计算，可能是因为内存不足。</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>about {} s left</source>
        <translation>大约还需 {} 秒</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>about {} min left</source>
        <translation>大约还需 {} 分钟</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>The computation stopped unexpectedly ({}{}).</source>
        <translation>计算意外停止（{}{}）。</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>Please report this, with the log: {}</source>
        <translation>请附上日志报告此问题：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>The computation has said nothing for {} minutes. If the computer is not busy with it, it is stuck: cancel it and run it again.</source>
        <translation>计算已有 {} 分钟没有任何消息。如果计算机并未忙于此计算，则说明它已卡住：请取消并重新运行。</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>The Python in which GeoDiffNet computes could not be started: {}</source>
        <translation>无法启动 GeoDiffNet 用于计算的 Python：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>Check that {} is a Python interpreter you may run.</source>
        <translation>请检查 {} 是否为您可以运行的 Python 解释器。</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>Close other programs, set a smaller memory limit under the advanced parameters, or classify a smaller part of the scene. Log: {}</source>
        <translation>请关闭其他程序，在高级参数中设置较小的内存限制，或对影像的较小部分分类。日志：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>Unexpected output of the backend: {}</source>
        <translation>计算后端的意外输出：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/rasters.py"/>
        <source>Export the layer to a GeoTIFF and choose that file.</source>
        <translation>请将图层导出为 GeoTIFF 并选择该文件。</translation>
    </message>
    <message>
        <location filename="../../bridge/rasters.py"/>
        <source>Save the layer to a file and choose that file.</source>
        <translation>请将图层保存到文件并选择该文件。</translation>
    </message>
    <message>
        <location filename="../../bridge/rasters.py"/>
        <source>The image {} is not a raster file.</source>
        <translation>影像 {} 不是栅格文件。</translation>
    </message>
    <message>
        <location filename="../../bridge/rasters.py"/>
        <source>The image {} exists in the memory of QGIS only.</source>
        <translation>影像 {} 仅存在于 QGIS 的内存中。</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python environment in which GeoDiffNet computes is not set up yet.</source>
        <translation>GeoDiffNet 用于计算的 Python 环境尚未安装。</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Run “Set up the backend” in the Processing Toolbox (GeoDiffNet), or open Settings ▸ Options ▸ GeoDiffNet. It takes some minutes, once.</source>
        <translation>请在处理工具箱（GeoDiffNet）中运行“安装计算后端”，或打开 设置 ▸ 选项 ▸ GeoDiffNet。只需一次，耗时几分钟。</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python in which GeoDiffNet computes does not run.</source>
        <translation>GeoDiffNet 用于计算的 Python 无法运行。</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Choose another one, or none, by “Set up the backend” in the toolbox.</source>
        <translation>请在工具箱中通过“安装计算后端”选择另一个，或不选。</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Repair the environment of {}, or name another one by {}.</source>
        <translation>请修复 {} 的环境，或通过 {} 指定另一个。</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Run “Set up the backend” in the Processing Toolbox with the action “Repair”. It uses {} now.</source>
        <translation>请在处理工具箱中以操作“repair”运行“安装计算后端”。目前使用的是 {}。</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python in which GeoDiffNet computes lacks: {}.</source>
        <translation>GeoDiffNet 用于计算的 Python 缺少：{}。</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python that {} names is not there: {}</source>
        <translation>{} 指定的 Python 不存在：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Correct or remove the environment variable {} and restart QGIS.</source>
        <translation>请更正或删除环境变量 {}，然后重新启动 QGIS。</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python of your own that is to be used is not there: {}</source>
        <translation>要使用的您自己的 Python 不存在：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>From now on, the environment in the profile is used.</source>
        <translation>从现在起使用配置文件夹中的环境。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Choose the interpreter itself: python3, or python.exe on Windows.</source>
        <translation>请选择解释器本身：python3，在 Windows 上为 python.exe。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Removing</source>
        <translation>正在删除</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Close the other windows of QGIS and remove it again.</source>
        <translation>请关闭其他 QGIS 窗口，然后再次删除。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Looking for Python and a graphics card</source>
        <translation>正在查找 Python 和显卡</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>The backend is set up and up to date.</source>
        <translation>计算后端已安装且为最新。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>The folder is complete: {}</source>
        <translation>文件夹已完整：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Removed: {}</source>
        <translation>已删除：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Checking the folder of wheels</source>
        <translation>正在检查 wheel 文件夹</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} is not a Python that runs.</source>
        <translation>{} 不是可以运行的 Python。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Some files are in use and were not removed: {}</source>
        <translation>有些文件正在使用，未能删除：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>PyTorch {}, build “{}”: {}</source>
        <translation>PyTorch {}，版本“{}”：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Log of the set-up: {}</source>
        <translation>安装日志：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>The environment variable {} is set and is used instead.</source>
        <translation>已设置环境变量 {}，将改用它。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Network: {}</source>
        <translation>网络：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>To download: {}, {} files</source>
        <translation>待下载：{}，{} 个文件</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Downloading</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>Downloading: {} of {}</source>
        <translation>正在下载：{} / {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>The folder of wheels lacks {} of {} files: {}</source>
        <translation>wheel 文件夹缺少 {} 个文件（共 {} 个）：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>Fill it on a computer with a network by the action “Download only”, with the same system, version of Python ({}) and build of PyTorch ({}).</source>
        <translation>请在有网络的计算机上通过操作“仅下载”填充它，系统、Python 版本（{}）和 PyTorch 版本（{}）须相同。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>Downloaded before and still good: {} files</source>
        <translation>先前已下载且仍然有效：{} 个文件</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>{} Trying again.</source>
        <translation>{} 正在重试。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>{} (damaged, or not the tested file)</source>
        <translation>{}（已损坏，或不是测试过的文件）</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The disk became full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Free some space; what was downloaded is kept.</source>
        <translation>请释放一些空间；已下载的内容将保留。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A downloaded file is not the one that was tested.</source>
        <translation>下载的文件不是测试过的文件。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A broken download or a proxy that changes files is likely. Try again; if it stays, nothing unsafe was installed, and the file named in the log should be reported.</source>
        <translation>可能是下载损坏，或代理更改了文件。请重试；若问题依旧，并未安装任何不安全的内容，请报告日志中指出的文件。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The proxy refuses, or is not there.</source>
        <translation>代理拒绝连接，或不存在。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Check address, user and password under Settings ▸ Options ▸ Network, or install from a folder of wheels.</source>
        <translation>请在 设置 ▸ 选项 ▸ 网络 中检查地址、用户名和密码，或从 wheel 文件夹安装。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The certificate of the package index is not trusted.</source>
        <translation>软件包索引的证书不受信任。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Your network probably opens encrypted connections with a certificate of its own. Add that under Settings ▸ Options ▸ Authentication ▸ Manage Certificates, and try again. A wrong date of the computer has the same effect.</source>
        <translation>您的网络可能用自己的证书打开加密连接。请在 设置 ▸ 选项 ▸ 身份验证 ▸ 管理证书 中添加该证书，然后重试。计算机日期错误也会造成同样的问题。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A path became too long.</source>
        <translation>路径过长。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>Allow long paths in Windows (LongPathsEnabled), or start QGIS with a profile in a shorter folder (--profiles-path).</source>
        <translation>请在 Windows 中允许长路径 (LongPathsEnabled)，或使用路径较短的文件夹中的配置启动 QGIS (--profiles-path)。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Windows did not let a file be written or opened.</source>
        <translation>Windows 不允许写入或打开某个文件。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>An antivirus program is the likely cause: let it skip the folder named in the log, close other windows of QGIS, and try again.</source>
        <translation>很可能是杀毒软件所致：请让其略过日志中指出的文件夹，关闭其他 QGIS 窗口，然后重试。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A file in the profile could not be written.</source>
        <translation>无法写入配置文件夹中的某个文件。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Check that the folder belongs to you and no program protects it.</source>
        <translation>请检查该文件夹是否属于您，且没有程序保护它。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>This Python lacks the module that makes environments.</source>
        <translation>此 Python 缺少创建环境的模块。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Install it; on Debian and Ubuntu: sudo apt install python3-venv</source>
        <translation>请安装；Debian 和 Ubuntu：sudo apt install python3-venv</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A package that is needed is not offered here.</source>
        <translation>此处不提供所需的某个软件包。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>If the network was reached, the index that pip is configured to use lacks it; if it was not, the log says why.</source>
        <translation>如果网络可达，则是 pip 所配置的索引中没有它；如果不可达，日志会说明原因。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The package index cannot be reached, or broke off.</source>
        <translation>无法访问软件包索引，或连接中断。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Check the network and try again: files that are complete are not downloaded twice.</source>
        <translation>请检查网络并重试：已完整的文件不会重复下载。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Log: {}</source>
        <translation>日志：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Try again; if it stays, please report it with the log.</source>
        <translation>请重试；若问题依旧，请附上日志报告。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>{} failed: {}</source>
        <translation>{}失败：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>without a word</source>
        <translation>没有任何说明</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/installing.py"/>
        <source>Making the environment</source>
        <translation>正在创建环境</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/installing.py"/>
        <source>Updating the installer</source>
        <translation>正在更新安装程序</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/installing.py"/>
        <source>Installing</source>
        <translation>正在安装</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/installing.py"/>
        <source>Installing: {} of {} packages</source>
        <translation>正在安装：{} / {} 个软件包</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install one with your system&apos;s package manager (on Debian and Ubuntu: sudo apt install python3 python3-venv), or choose one under “Python”.</source>
        <translation>请用系统的软件包管理器安装一个（Debian 和 Ubuntu：sudo apt install python3 python3-venv），或在“Python”中选择一个。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>No Python was found to make the environment with.</source>
        <translation>没有找到可用于创建环境的 Python。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install Python 3.12 (64 bit) from python.org for yourself, which needs no administrator, or choose one under “Python”.</source>
        <translation>请从 python.org 为自己安装 Python 3.12（64 位），无需管理员权限，或在“Python”中选择一个。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install Python 3.12 from python.org, or choose one under “Python”.</source>
        <translation>请从 python.org 安装 Python 3.12，或在“Python”中选择一个。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>GeoDiffNet computes on Linux with glibc (x86-64, ARM), on Macs with Apple&apos;s processors, and on 64-bit Windows, because PyTorch does.</source>
        <translation>由于 PyTorch 的要求，GeoDiffNet 可在使用 glibc 的 Linux（x86-64、ARM）、采用 Apple 处理器的 Mac 和 64 位 Windows 上计算。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Choose the usual one, CPython.</source>
        <translation>请选择常用的 CPython。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>There are no packages for this kind of computer ({}, {} bit).</source>
        <translation>没有适用于这类计算机的软件包（{}，{} 位）。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} is another kind of Python than the packages are made for.</source>
        <translation>{} 与软件包所针对的 Python 种类不同。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} is not supported; Python {} to {} are.</source>
        <translation>不支持 {}；支持 Python {} 至 {}。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} lacks the module that makes environments (venv).</source>
        <translation>{} 缺少创建环境的模块 (venv)。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install it, then try again. On Debian and Ubuntu: sudo apt install {}</source>
        <translation>请安装后重试。Debian 和 Ubuntu：sudo apt install {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>Set an HTTP proxy under Settings ▸ Options ▸ Network, or install from a folder of wheels.</source>
        <translation>请在 设置 ▸ 选项 ▸ 网络 中设置 HTTP 代理，或从 wheel 文件夹安装。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>proxy of the environment&apos;s variables</source>
        <translation>环境变量中的代理</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>proxy {} of QGIS&apos;s settings</source>
        <translation>QGIS 设置中的代理 {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>{} certificates of your own from QGIS&apos;s settings</source>
        <translation>QGIS 设置中您自己的 {} 个证书</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>The SOCKS proxy {} of QGIS&apos;s settings cannot be used by pip.</source>
        <translation>pip 无法使用 QGIS 设置中的 SOCKS 代理 {}。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Wait until it has finished; there is no need to start again.</source>
        <translation>请等待其完成；无需重新开始。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Check that the disk is not full and that you may write to your profile.</source>
        <translation>请检查磁盘是否未满，以及您是否可以写入配置文件夹。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source> (process {} on {})</source>
        <translation> （进程 {}，位于 {}）</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Another window of QGIS is setting the backend up{}.</source>
        <translation>另一个 QGIS 窗口正在安装计算后端{}。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>The folder of the environment cannot be made: {}</source>
        <translation>无法创建环境文件夹：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Check that you may write to your QGIS profile: {}</source>
        <translation>请检查您是否可以写入 QGIS 配置文件夹：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Nothing can be written to {}.</source>
        <translation>无法向 {} 写入任何内容。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>Free some space and try again; nothing was written.</source>
        <translation>请释放一些空间后重试；未写入任何内容。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>The disk has too little room: {} are needed, {} are free in {}.</source>
        <translation>磁盘空间不足：需要 {}，可用 {}，位于 {}。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>The folder&apos;s path is too long for Windows by {} characters: {}</source>
        <translation>文件夹路径对 Windows 而言过长，超出 {} 个字符：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>The backend was set up by another version of the plugin. If something goes wrong, upgrade it first: “Set up the backend”.</source>
        <translation>计算后端由插件的另一个版本安装。如果出现问题，请先升级：“安装计算后端”。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>In use: the Python that the environment variable GEODIFFNET_PYTHON names.</source>
        <translation>正在使用：环境变量 GEODIFFNET_PYTHON 指定的 Python。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>Set up by another version of the plugin; an upgrade is available.</source>
        <translation>由插件的另一个版本安装；可以升级。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>The backend is set up.</source>
        <translation>计算后端已安装。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>In use: the developers&apos; environment beside the sources.</source>
        <translation>正在使用：源代码旁的开发者环境。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>In use: a Python of your own, {}</source>
        <translation>正在使用：您自己的 Python，{}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>for this Python, the small build without CUDA is not offered</source>
        <translation>对此 Python 不提供不含 CUDA 的小版本</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>no NVIDIA driver answers, so it will compute on the CPU</source>
        <translation>没有 NVIDIA 驱动程序响应，因此将在 CPU 上计算</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>Choose “auto”.</source>
        <translation>请选择“auto”。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>Apple&apos;s GPU and processor share one build</source>
        <translation>Apple 的 GPU 和处理器共用一个版本</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>for this Python, no build with CUDA is offered</source>
        <translation>对此 Python 不提供含 CUDA 的版本</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>no NVIDIA driver answers</source>
        <translation>没有 NVIDIA 驱动程序响应</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>as chosen</source>
        <translation>按您的选择</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>the driver {} of {} is too old for CUDA {}, which needs {}</source>
        <translation>驱动程序 {}（{}）对 CUDA {} 而言太旧，需要 {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>{} (compute capability {}) is not supported by CUDA {} builds</source>
        <translation>{}（计算能力 {}）不受 CUDA {} 版本支持</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>PyTorch has no build “{}” for this kind of computer and Python.</source>
        <translation>PyTorch 没有适用于这类计算机和 Python 的版本“{}”。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>{} with driver {}</source>
        <translation>{}，驱动程序 {}</translation>
    </message>
    <message>
        <location filename="../../bridge/tasks.py"/>
        <source>Please report this, with what View ▸ Panels ▸ Log Messages says.</source>
        <translation>请附上 视图 ▸ 面板 ▸ 日志消息 中的内容报告此问题。</translation>
    </message>
    <message>
        <location filename="../../bridge/tasks.py"/>
        <source>Something unexpected went wrong: {}.</source>
        <translation>发生了意外错误：{}。</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>Classes of GeoDiffNet</source>
        <translation>GeoDiffNet 的类别</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>Choose another name, or open that file as the training layer.</source>
        <translation>请选择另一个名称，或将该文件作为训练图层打开。</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>The file {} holds features already.</source>
        <translation>文件 {} 中已有要素。</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>The training layer could not be written to {}: {}</source>
        <translation>无法将训练图层写入 {}：{}</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Nothing drawn yet.</source>
        <translation>尚未绘制。</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Double-click to choose another colour.</source>
        <translation>双击以选择另一种颜色。</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Click to draw; double-click to rename.</source>
        <translation>单击以绘制；双击以重命名。</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Few polygons: {} or more, spread over the scene, teach better.</source>
        <translation>多边形较少：{} 个或更多、分布于整景影像，学习效果更好。</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Few pixels: {} or more teach better.</source>
        <translation>像元较少：{} 个或更多，学习效果更好。</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <location filename="../../gui/layers_section.py"/>
        <source>Polygons</source>
        <translation>多边形</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Pixels</source>
        <translation>像元</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Press {} to draw this class.</source>
        <translation>按 {} 绘制此类别。</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Draw</source>
        <translation>绘制</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Draw polygons of the chosen class (or press its number).</source>
        <translation>绘制所选类别的多边形（或按其编号）。</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Add a class</source>
        <translation>添加类别</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Remove the class</source>
        <translation>删除类别</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Merge the chosen classes</source>
        <translation>合并所选类别</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Save the polygons</source>
        <translation>保存多边形</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Remove the class {} and its {} polygons? Undo brings them back.</source>
        <translation>删除类别 {} 及其 {} 个多边形？可用撤销恢复。</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Merge into</source>
        <translation>合并到</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Choose another colour…</source>
        <translation>选择另一种颜色…</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Choose a training layer above, or make a new one.</source>
        <translation>请在上方选择训练图层，或新建一个。</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>class {}</source>
        <translation>类别 {}</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Choose two or more classes with Ctrl+click to merge them.</source>
        <translation>按住 Ctrl 并单击，选择两个或更多类别进行合并。</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Add a class with +, then draw.</source>
        <translation>用 + 添加类别，然后绘制。</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Colour of {}</source>
        <translation>{} 的颜色</translation>
    </message>
    <message>
        <location filename="../../gui/composites.py"/>
        <source>The image has too few pixels with values in every band for components.</source>
        <translation>影像中所有波段均有值的像元太少，无法计算主成分。</translation>
    </message>
    <message>
        <location filename="../../gui/composites.py"/>
        <source>Look at it in other bands.</source>
        <translation>请用其他波段查看。</translation>
    </message>
    <message>
        <location filename="../../gui/composites.py"/>
        <source>The picture of components could not be written to {}.</source>
        <translation>无法将主成分图像写入 {}。</translation>
    </message>
    <message>
        <location filename="../../gui/cube.py"/>
        <source>Check that the file is complete.</source>
        <translation>请检查文件是否完整。</translation>
    </message>
    <message>
        <location filename="../../gui/cube.py"/>
        <source>Band {} of the image cannot be read.</source>
        <translation>无法读取影像的波段 {}。</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <location filename="../../gui/entry.py"/>
        <source>GeoDiffNet labelling</source>
        <translation>GeoDiffNet 标注</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <source>Press “Update map” to see what the new polygons change.</source>
        <translation>按“更新地图”查看新多边形带来的变化。</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <source>Spectra</source>
        <translation>光谱</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <source>No place was found that would teach more than what is drawn.</source>
        <translation>没有找到比已绘制内容更有帮助的位置。</translation>
    </message>
    <message>
        <location filename="../../gui/draw_tool.py"/>
        <source>Draw a training polygon</source>
        <translation>绘制训练多边形</translation>
    </message>
    <message>
        <location filename="../../gui/entry.py"/>
        <source>Draw training polygons and watch the class map grow.</source>
        <translation>绘制训练多边形，看着分类图不断完善。</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Choose a scene</source>
        <translation>选择影像</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>The hyperspectral image to classify.</source>
        <translation>要分类的高光谱影像。</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Choose polygons, or make a new layer</source>
        <translation>选择多边形，或新建图层</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>The layer of polygons that you draw for your classes.</source>
        <translation>您为各类别绘制的多边形图层。</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>New…</source>
        <translation>新建…</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Make an empty training layer for this scene.</source>
        <translation>为此影像创建空的训练图层。</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Scene</source>
        <translation>影像</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>The map is up to date. Its accuracy cannot be estimated yet: draw at least two polygons of each class, in different places.</source>
        <translation>地图已是最新。其精度尚无法估计：请在不同位置为每个类别至少绘制两个多边形。</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Update map</source>
        <translation>更新地图</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Learn from the polygons as they are now, saved or not, and map the scene.</source>
        <translation>按多边形的当前状态（无论是否保存）学习，并对影像制图。</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Suggest next</source>
        <translation>建议下一个</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Find the places whose class would teach most, and go through them.</source>
        <translation>找出其类别最有帮助的位置，并逐一查看。</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Show the class map, or what lies under it.</source>
        <translation>显示分类图，或其下方的内容。</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Show how sure the map is: dark places are unsure and need polygons.</source>
        <translation>显示地图的把握程度：暗处不确定，需要多边形。</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>The method of the map. The linear discriminant is fitted in milliseconds.</source>
        <translation>制图方法。线性判别分析的拟合只需几毫秒。</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Stop; the map stays as it was.</source>
        <translation>停止；地图保持原样。</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Looking for places to label</source>
        <translation>正在寻找要标注的位置</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Stopped; nothing was changed.</source>
        <translation>已停止；没有任何更改。</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Open a hyperspectral scene and choose it above.</source>
        <translation>请打开一景高光谱影像并在上方选择它。</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Choose a layer of polygons, or make a new one.</source>
        <translation>请选择多边形图层，或新建一个。</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>The map is up to date. Cross-validated accuracy: {} %.</source>
        <translation>地图已是最新。交叉验证精度：{}%。</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Linear discriminant (quick)</source>
        <translation>线性判别（快速）</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>GeoSpecNet (spectrum only)</source>
        <translation>GeoSpecNet（仅光谱）</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Random forest</source>
        <translation>随机森林</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Stopping …</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Mapping {}</source>
        <translation>正在对 {} 制图</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>The map is in {}.</source>
        <translation>地图位于 {}。</translation>
    </message>
    <message>
        <location filename="../../gui/messages.py"/>
        <source>Set up…</source>
        <translation>安装…</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>New training layer</source>
        <translation>新建训练图层</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Classes, one a line; a colour may follow. More can be added later in the panel.</source>
        <translation>类别，每行一个；其后可写颜色。以后可在面板中再添加。</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>File of the polygons:</source>
        <translation>多边形文件：</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Choose a file for the polygons.</source>
        <translation>请为多边形选择文件。</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Automatic: CUDA where the NVIDIA driver is new enough, else CPU</source>
        <translation>自动：NVIDIA 驱动程序足够新时用 CUDA，否则用 CPU</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Remove the backend&apos;s environment? Maps and models stay.</source>
        <translation>删除计算后端的环境？地图和模型将保留。</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Set up</source>
        <translation>安装</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Upgrade</source>
        <translation>升级</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Set up in the profile</source>
        <translation>安装到配置文件夹</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Run the self-test: versions, device, one second of work</source>
        <translation>运行自检：版本、计算设备、一秒钟的计算</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Make the environment anew</source>
        <translation>重新创建环境</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Remove…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Choices</source>
        <translation>选项</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>CPU only (about 0.4 GB to download)</source>
        <translation>仅 CPU（下载约 0.4 GB）</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>CUDA, for NVIDIA graphics cards (about 3 GB to download)</source>
        <translation>CUDA，用于 NVIDIA 显卡（下载约 3 GB）</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>found by itself</source>
        <translation>自动查找</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>from the network</source>
        <translation>从网络</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>none: use the environment in the profile</source>
        <translation>无：使用配置文件夹中的环境</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Check and use</source>
        <translation>检查并使用</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Download only</source>
        <translation>仅下载</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Fill the folder with all files, for a computer without a network</source>
        <translation>用所有文件填充文件夹，供没有网络的计算机使用</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Python to make it with</source>
        <translation>用于创建的 Python</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Python of your own</source>
        <translation>您自己的 Python</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Read data that refer to files outside their own folder or to the network, as virtual rasters may. Only if you trust all that you open.</source>
        <translation>读取引用自身文件夹以外的文件或网络的数据,例如虚拟栅格。仅当您信任所打开的一切时使用。</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Open the folder of logs</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Remove the backend</source>
        <translation>删除计算后端</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>The self-test passed in {} s; it computes on: {}</source>
        <translation>自检通过，用时 {} 秒；计算设备：{}</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Setting up</source>
        <translation>正在安装</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Repairing</source>
        <translation>正在修复</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>It takes some minutes, once, and about 2 GB (9 GB with CUDA).</source>
        <translation>只需一次，耗时几分钟，占用约 2 GB（含 CUDA 时 9 GB）。</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>GeoDiffNet computes in a Python environment of its own, apart from QGIS&apos;s. It is made in your profile: no administrator is needed, and nothing else on this computer changes. &lt;a href=&quot;{}&quot;&gt;More about it&lt;/a&gt;</source>
        <translation>GeoDiffNet 在自己的 Python 环境中计算，与 QGIS 的 Python 分开。它创建在您的配置文件夹中：无需管理员权限，本机的其他内容不会改变。&lt;a href=&quot;{}&quot;&gt;了解更多&lt;/a&gt;</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Verifying</source>
        <translation>正在验证</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Python {}, PyTorch for {}, made {}</source>
        <translation>Python {}，PyTorch（{}），创建于 {}</translation>
    </message>
    <message>
        <location filename="../../gui/preview.py"/>
        <source>Class map (preview)</source>
        <translation>分类图（预览）</translation>
    </message>
    <message>
        <location filename="../../gui/preview.py"/>
        <source>Confidence (preview)</source>
        <translation>置信度（预览）</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>Click a class in the list and draw some small polygons of it on the map.</source>
        <translation>请在列表中单击一个类别，并在地图上绘制几个该类别的小多边形。</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>Keep the training layer in a folder in which you may create files.</source>
        <translation>请将训练图层保存在您可以创建文件的文件夹中。</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>Polygons of two classes at least are needed; there are {}.</source>
        <translation>至少需要两个类别的多边形；现有 {} 个。</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>The folder {} cannot be made: {}</source>
        <translation>无法创建文件夹 {}：{}</translation>
    </message>
    <message>
        <location filename="../../gui/setup_run.py"/>
        <source>Please report this.</source>
        <translation>请报告此问题。</translation>
    </message>
    <message>
        <location filename="../../gui/setup_run.py"/>
        <source>GeoDiffNet: {}</source>
        <translation>GeoDiffNet：{}</translation>
    </message>
    <message>
        <location filename="../../gui/setup_run.py"/>
        <source>Something unexpected happened: {}</source>
        <translation>发生了意外情况：{}</translation>
    </message>
    <message>
        <location filename="../../gui/spectrum_plot.py"/>
        <source>The spectrum under the cursor (thick line) and the mean spectra of the classes in their colours.</source>
        <translation>光标下的光谱（粗线）以及各类别的平均光谱（各自颜色）。</translation>
    </message>
    <message>
        <location filename="../../gui/spectrum_plot.py"/>
        <source>nm</source>
        <translation>nm</translation>
    </message>
    <message>
        <location filename="../../gui/spectrum_plot.py"/>
        <source>band</source>
        <translation>波段</translation>
    </message>
    <message>
        <location filename="../../gui/spectrum_plot.py"/>
        <source>Move the cursor over the scene to see its spectra.</source>
        <translation>在影像上移动光标以查看其光谱。</translation>
    </message>
    <message>
        <location filename="../../gui/statistics.py"/>
        <source>Reading training polygons</source>
        <translation>正在读取训练多边形</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>the model hesitates</source>
        <translation>模型犹豫不决</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>nothing labelled looks like it</source>
        <translation>没有已标注的内容与其相似</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>much of the scene looks like it</source>
        <translation>影像中很多地方与其相似</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>it balances doubt, frequency and novelty</source>
        <translation>它兼顾不确定性、出现频率和新颖性</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Skip (Space)</source>
        <translation>跳过（空格键）</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Return to the place before.</source>
        <translation>返回上一个位置。</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>You cannot tell, or it shows several classes: go on to the next.</source>
        <translation>无法判断，或包含多个类别：转到下一个。</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Forget the remaining places.</source>
        <translation>放弃其余位置。</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>The model takes it for &lt;b&gt;{}&lt;/b&gt; ({} %), or else {}.</source>
        <translation>模型认为是 &lt;b&gt;{}&lt;/b&gt;（{} %），其次是 {}。</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Press the number of its class, or skip it.</source>
        <translation>请按其类别的编号，或跳过。</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>&lt;b&gt;Which class is this?&lt;/b&gt; Place {} of {}.</source>
        <translation>&lt;b&gt;这是哪个类别？&lt;/b&gt;位置 {} / {}。</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Add one, style the layer by categories of a text field, or make a training layer.</source>
        <translation>请添加一个，按文本字段的类别设置图层样式，或创建训练图层。</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Merge {} into {}</source>
        <translation>将 {} 合并到 {}</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Check that its file may be written, or make another training layer.</source>
        <translation>请检查其文件是否可写，或创建另一个训练图层。</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Check that the file may be written and its disk has space left.</source>
        <translation>请检查文件是否可写，以及磁盘是否还有空间。</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>The layer {} has no text field “class”.</source>
        <translation>图层 {} 没有文本字段“class”。</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Draw {}</source>
        <translation>绘制 {}</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Add class {}</source>
        <translation>添加类别 {}</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Remove class {}</source>
        <translation>删除类别 {}</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Recolour class {}</source>
        <translation>更改类别 {} 的颜色</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Rename class {} to {}</source>
        <translation>将类别 {} 重命名为 {}</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>The layer {} cannot be edited.</source>
        <translation>图层 {} 无法编辑。</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>The polygons could not be saved: {}</source>
        <translation>无法保存多边形：{}</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>True colour</source>
        <translation>真彩色</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Red, green and blue light, as the eye sees it.</source>
        <translation>红、绿、蓝光，如肉眼所见。</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Infrared</source>
        <translation>红外</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Near infrared, red and green (CIR): plants are red, the healthier the brighter.</source>
        <translation>近红外、红和绿 (CIR)：植物呈红色，越健康越亮。</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>SWIR</source>
        <translation>SWIR</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Short-wave infrared, near infrared and red: soils, moisture, burns, minerals.</source>
        <translation>短波红外、近红外和红：土壤、水分、火烧迹地、矿物。</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>The first three principal components: what differs most in all bands together.</source>
        <translation>前三个主成分：所有波段综合起来差异最大之处。</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>The scene has no bands at the wavelengths for this.</source>
        <translation>影像没有所需波长的波段。</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Components of {}</source>
        <translation>{} 的主成分</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Looking at {}</source>
        <translation>正在查看 {}</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Computing components of {}</source>
        <translation>正在计算 {} 的主成分</translation>
    </message>
</context>
</TS>
