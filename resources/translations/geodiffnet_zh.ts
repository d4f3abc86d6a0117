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
        <source>Maps a hyperspectral image with a trained model.</source>
        <translation>用训练好的模型对高光谱影像制图。</translation>
    </message>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <source>&lt;p&gt;Maps a hyperspectral image with a model that was trained on this scene or on another one of the same sensor; no training samples are needed.&lt;/p&gt;&lt;p&gt;Bands are matched by wavelength. Both scenes should contain reflectance in the same unit. A model does not correct for differences in illumination or atmosphere between scenes: check the confidence, and assess the map before you rely on it.&lt;/p&gt;</source>
        <translation>&lt;p&gt;用在本景影像或同一传感器的另一景影像上训练的模型对高光谱影像制图；不需要训练样本。&lt;/p&gt;&lt;p&gt;波段按波长匹配。两景影像应为相同单位的反射率。模型不会校正影像之间光照或大气的差异：请查看置信度，并在使用地图之前对其进行评估。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <source>hyperspectral,imaging spectroscopy,land cover,predict,classify,inference,transfer,time series,deep learning,diffusion</source>
        <translation>高光谱,成像光谱,土地覆盖,预测,分类,推断,迁移,时间序列,深度学习,扩散</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Assess a class map</source>
        <translation>评估分类图</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Estimates the accuracy of a class map and the area of its classes.</source>
        <translation>估计分类图的精度及其各类别的面积。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>&lt;p&gt;Compares a class map, from this plugin or any other source, with reference data: overall accuracy, producer&apos;s and user&apos;s accuracy of each class, the confusion matrix and, where the reference data are a random sample, the area of each class with its confidence interval.&lt;/p&gt;&lt;p&gt;Reference data must not have been used for training. If you give the training samples, reference data inside them are reported separately.&lt;/p&gt;&lt;p&gt;If there are no reference data yet, draw a reference sample: identify the class of each point in the image, not in the map, enter it in the class field, and use the layer as reference data.&lt;/p&gt;</source>
        <translation>&lt;p&gt;将本插件或其他来源的分类图与参考数据进行比较：总体精度、每个类别的生产者精度和用户精度、混淆矩阵；如果参考数据是随机样本，还给出每个类别的面积及其置信区间。&lt;/p&gt;&lt;p&gt;参考数据不得用于训练。如果给出训练样本，位于其中的参考数据将单独报告。&lt;/p&gt;&lt;p&gt;如果还没有参考数据，请抽取参考样本：根据影像（而不是地图）判读每个点的类别，填入类别字段，然后将该图层用作参考数据。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <location filename="../../algorithms/zonal.py"/>
        <source>Class map</source>
        <translation>分类图</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The map to assess: a raster file whose first band holds class codes.</source>
        <translation>要评估的地图：第一波段为类别代码的栅格文件。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>A GeoPackage of points drawn at random from each class of the map, with an empty field for the class that you identify there.</source>
        <translation>从地图的每个类别中随机抽取的点的 GeoPackage，带有一个空字段，用于填写您判读的类别。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>accuracy,validation,confusion matrix,error matrix,area estimation,reference,ground truth,kappa,F1,stratified sample</source>
        <translation>精度,验证,混淆矩阵,误差矩阵,面积估计,参考,地面真值,kappa,F1,分层抽样</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Reference map (alternative)</source>
        <translation>参考图（替代）</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>A raster of class codes to use instead of reference data. It must be on the grid of the map; 0 and no data are ignored.</source>
        <translation>用来代替参考数据的类别代码栅格。它必须与地图的格网一致；0 和无数据将被忽略。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Strata</source>
        <translation>分层</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The raster whose classes are the strata of the sample, where that is not the map itself, for example an older map.</source>
        <translation>其类别作为样本分层的栅格（如果不是地图本身），例如较早的地图。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The same seed gives the same sample; another seed gives another one.</source>
        <translation>相同的种子得到相同的样本；不同的种子得到不同的样本。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>A web page with all accuracies and their confidence intervals, the confusion matrix and the areas. The numbers are also written to a JSON file of the same name. Reference data are required.</source>
        <translation>包含所有精度及其置信区间、混淆矩阵和面积的网页。数值同时写入同名的 JSON 文件。需要参考数据。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Reference sample</source>
        <translation>参考样本</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Overall accuracy</source>
        <translation>总体精度</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Average accuracy</source>
        <translation>平均精度</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Number of reference pixels</source>
        <translation>参考像元数</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>There are no reference data, and no reference sample is to be drawn.</source>
        <translation>没有参考数据，也没有要抽取的参考样本。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Choose reference data, or a file for the reference sample.</source>
        <translation>请选择参考数据，或为参考样本选择文件。</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>No report is written, since there are no reference data.</source>
        <translation>由于没有参考数据，不写入报告。</translation>
    </message>
    <message>
        <location filename="../../algorithms/backend_algorithm.py"/>
        <source>Cancelled; nothing was written.</source>
        <translation>已取消；未写入任何内容。</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>Choose another file name.</source>
        <translation>请选择另一个文件名。</translation>
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
        <source>{}: the file {} is also an input or another output.</source>
        <translation>{}：文件 {} 同时也是输入或另一个输出。</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>{}: the folder {} does not exist.</source>
        <translation>{}：文件夹 {} 不存在。</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <location filename="../../gui/requests.py"/>
        <source>{}: the folder {} is not writable.</source>
        <translation>{}：文件夹 {} 不可写。</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Apply a model to many scenes</source>
        <translation>将模型应用于多景影像</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Maps many hyperspectral images with one model in parallel.</source>
        <translation>用一个模型并行地对多景高光谱影像制图。</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>&lt;p&gt;Maps many scenes of one sensor with a trained model in parallel, on this computer or on a cluster. Sizes, coordinate reference systems and no-data values may differ; bands are matched by wavelength.&lt;/p&gt;&lt;p&gt;A scene that cannot be mapped does not stop the others; the summary states the reason. Run the algorithm again with the same output folder to continue: after a cancellation or a crash, or when there are new scenes, completed scenes are skipped.&lt;/p&gt;&lt;p&gt;The summary, a web page and a table, contains the class areas, the mean confidence and the fraction outside the area of applicability of each scene. Assess some of the maps before you rely on all of them.&lt;/p&gt;</source>
        <translation>&lt;p&gt;用训练好的模型在本机或集群上并行地对同一传感器的多景影像制图。影像大小、坐标参考系和无数据值可以不同；波段按波长匹配。&lt;/p&gt;&lt;p&gt;无法制图的影像不会中断其他影像；汇总中会说明原因。使用相同的输出文件夹再次运行算法即可继续：取消或崩溃之后，或有新的影像时，已完成的影像会被跳过。&lt;/p&gt;&lt;p&gt;汇总（网页和表格）包含每景影像的类别面积、平均置信度以及适用范围之外的比例。在使用全部地图之前，请先评估其中几幅。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Cancelled; completed scenes were kept and will be skipped in the next run.</source>
        <translation>已取消；已完成的影像会保留，并在下次运行时跳过。</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Add each map to the project; not recommended for hundreds of scenes.</source>
        <translation>将每幅地图添加到项目中；不建议用于数百景影像。</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>The folder of the maps, summary.html and summary.csv.</source>
        <translation>存放地图、summary.html 和 summary.csv 的文件夹。</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>hyperspectral,batch,campaign,time series,mosaic,flight lines,parallel,cluster,Dask,predict,classify,land cover</source>
        <translation>高光谱,批处理,航飞任务,时间序列,镶嵌,航带,并行,集群,Dask,预测,分类,土地覆盖</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Load the maps into the project</source>
        <translation>将地图加载到项目中</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Output folder</source>
        <translation>输出文件夹</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Summary</source>
        <translation>汇总</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Summary table</source>
        <translation>汇总表</translation>
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
        <source>Scenes skipped (already complete)</source>
        <translation>跳过的影像（已完成）</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Scenes failed</source>
        <translation>失败的影像</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>None of the scenes could be mapped.</source>
        <translation>所有影像均无法制图。</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>The reasons are in the log above and in {}.</source>
        <translation>原因见上面的日志和 {}。</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>Classify HSI with GeoDiffNet-F</source>
        <translation>使用 GeoDiffNet-F 对高光谱影像分类</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>Creates a class map from a hyperspectral image and training samples.</source>
        <translation>由高光谱影像和训练样本生成分类图。</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>&lt;p&gt;Creates a georeferenced class map from a hyperspectral image and training samples that you have drawn on it.&lt;/p&gt;&lt;p&gt;GeoDiffNet-F combines the spectrum of each pixel with spatial features, computed by a diffusion model that was pretrained on natural images. The map has your class names and, where the layer of training samples is styled by category, your colours.&lt;/p&gt;&lt;p&gt;A few polygons per class are enough to start with: classify, check where the map is wrong or its confidence low, draw more polygons there, and classify again. The accuracies are cross-validated; no polygon is used for both training and testing.&lt;/p&gt;</source>
        <translation>&lt;p&gt;由高光谱影像和在其上绘制的训练样本生成带地理参考的分类图。&lt;/p&gt;&lt;p&gt;GeoDiffNet-F 将每个像元的光谱与空间特征相结合，空间特征由在自然图像上预训练的扩散模型计算。地图使用您的类别名称；如果训练样本图层按类别设置了样式，还使用您的颜色。&lt;/p&gt;&lt;p&gt;开始时每类只需几个多边形：分类，检查地图错误或置信度低的地方，在那里绘制更多多边形，然后再次分类。精度来自交叉验证；没有多边形同时用于训练和测试。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>hyperspectral,imaging spectroscopy,land cover,supervised,machine learning,deep learning,diffusion,linear discriminant analysis,random forest,support vector machine,training</source>
        <translation>高光谱,成像光谱,土地覆盖,监督分类,机器学习,深度学习,扩散,线性判别分析,随机森林,支持向量机,训练</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>The trained model, which can be applied to other scenes of the same sensor.</source>
        <translation>训练好的模型，可应用于同一传感器的其他影像。</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Compare methods</source>
        <translation>比较方法</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Cross-validates all methods on your training samples and recommends one.</source>
        <translation>用您的训练样本对所有方法进行交叉验证并推荐其中一种。</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>&lt;p&gt;Cross-validates all methods on an image and its training samples and recommends one. The report contains their accuracies with confidence intervals, the accuracy of each class, and the maps.&lt;/p&gt;&lt;p&gt;All methods use the same cross-validation folds; no polygon is used for both training and testing. Where two methods do not differ significantly, the simpler one is recommended.&lt;/p&gt;&lt;p&gt;Only the report is written: classify with the recommended method.&lt;/p&gt;</source>
        <translation>&lt;p&gt;用一景影像及其训练样本对所有方法进行交叉验证，并推荐其中一种。报告包含各方法的精度及置信区间、每个类别的精度和各地图。&lt;/p&gt;&lt;p&gt;所有方法使用相同的交叉验证折；没有多边形同时用于训练和测试。如果两种方法没有显著差异，则推荐较简单的一种。&lt;/p&gt;&lt;p&gt;只写入报告：请用推荐的方法进行分类。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>The methods to compare. GeoDiffNet-F (geodiffnet-f) combines the spectrum with spatial features of a diffusion model; GeoDiffNet (geodiffnet) uses the spatial features only; GeoSpecNet (geospecnet, a neural network), linear discriminant analysis (lda), random forest (rf) and support vector machine (svm) use the spectrum only.</source>
        <translation>要比较的方法。GeoDiffNet-F (geodiffnet-f) 将光谱与扩散模型的空间特征相结合；GeoDiffNet (geodiffnet) 仅使用空间特征；GeoSpecNet（geospecnet，神经网络）、线性判别分析 (lda)、随机森林 (rf) 和支持向量机 (svm) 仅使用光谱。</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>hyperspectral,machine learning,benchmark,linear discriminant analysis,random forest,support vector machine,deep learning,diffusion,cross-validation,accuracy,model selection</source>
        <translation>高光谱,机器学习,基准,线性判别分析,随机森林,支持向量机,深度学习,扩散,交叉验证,精度,模型选择</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Methods</source>
        <translation>方法</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <location filename="../../algorithms/tune.py"/>
        <source>The same input data with the same seed give the same results; another seed shows how much of a difference depends on chance.</source>
        <translation>相同的输入数据和相同的种子得到相同的结果；换一个种子可以看出差异中有多少是偶然的。</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>A web page with the metrics of all methods, the accuracy of each class and the maps. The numbers are also written to a JSON file of the same name.</source>
        <translation>包含所有方法的指标、每个类别的精度和各地图的网页。数值同时写入同名的 JSON 文件。</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Recommended method</source>
        <translation>推荐的方法</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Compute diffusion features</source>
        <translation>计算扩散特征</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Writes the spatial features of a diffusion model for each pixel of an image.</source>
        <translation>写出扩散模型为影像每个像元计算的空间特征。</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>&lt;p&gt;Extracts spatial features of a hyperspectral image with a diffusion model that was pretrained on natural images: a raster with one named band per feature, on the grid of the image. Use it in other programs, for segmentation, clustering or a model of your own.&lt;/p&gt;&lt;p&gt;This is not needed for a classification: &lt;i&gt;Classify HSI with GeoDiffNet-F&lt;/i&gt; computes the same features itself. Both cache them for the next run.&lt;/p&gt;</source>
        <translation>&lt;p&gt;用在自然图像上预训练的扩散模型提取高光谱影像的空间特征：一个与影像格网一致的栅格，每个特征一个带名称的波段。可在其他程序中用于分割、聚类或您自己的模型。&lt;/p&gt;&lt;p&gt;分类时不需要它：&lt;i&gt;使用 GeoDiffNet-F 对高光谱影像分类&lt;/i&gt;会自行计算相同的特征。两者都会缓存特征供下次运行使用。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>A GeoTIFF with one band per feature. The bands of each scale are ordered by the variance that they explain; the last bands are averages of the composites around each pixel. −9999 marks pixels without data.</source>
        <translation>每个特征一个波段的 GeoTIFF。每个尺度的波段按其解释的方差排序；最后的波段是每个像元周围合成影像的平均值。−9999 表示无数据的像元。</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>hyperspectral,embedding,texture,context,deep features,diffusion,UNet,activations,dimensionality reduction</source>
        <translation>高光谱,嵌入,纹理,上下文,深度特征,扩散,UNet,激活,降维</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Number of feature bands</source>
        <translation>特征波段数</translation>
    </message>
    <message>
        <location filename="../../algorithms/groups.py"/>
        <source>Labelling</source>
        <translation>标注</translation>
    </message>
    <message>
        <location filename="../../algorithms/groups.py"/>
        <source>Classification</source>
        <translation>分类</translation>
    </message>
    <message>
        <location filename="../../algorithms/groups.py"/>
        <source>Accuracy assessment</source>
        <translation>精度评估</translation>
    </message>
    <message>
        <location filename="../../algorithms/groups.py"/>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Diffusion features</source>
        <translation>扩散特征</translation>
    </message>
    <message>
        <location filename="../../algorithms/groups.py"/>
        <source>Setup</source>
        <translation>安装设置</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Spatial scales</source>
        <translation>空间尺度</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Downsampling factors at which features are extracted: 1 is full resolution, 2 half resolution, and so on. Default: 2, 4.</source>
        <translation>提取特征时的下采样倍数：1 为全分辨率，2 为一半分辨率，依此类推。默认：2, 4。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>The pretrained diffusion model that computes the spatial features. “bundled” is small, part of the plugin, and works offline. “adm-imagenet64” is the backbone of the paper (1.2 GB, downloaded at first use); the path of its checkpoint can be given instead. Also supported: the path of a folder in diffusers format, or a model of the Hugging Face hub as owner/name@commit.</source>
        <translation>计算空间特征的预训练扩散模型。“bundled”较小，随插件提供，可离线使用。“adm-imagenet64”是论文中的骨干网络（1.2 GB，首次使用时下载）；也可以给出其检查点的路径。还支持 diffusers 格式文件夹的路径，或以 owner/name@commit 表示的 Hugging Face Hub 模型。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Number of principal components of the network&apos;s activations that are kept at each scale. The denoised image is not reduced. If empty, 4, or 32 where decoder blocks are given.</source>
        <translation>每个尺度保留的网络激活的主成分个数。去噪图像不降维。如果留空，为 4；如果指定了解码器块，则为 32。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Decoder blocks</source>
        <translation>解码器块</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Numbers of the decoder blocks of the network whose activations are used, such as 5, 8, 11. Low numbers give coarse features of a wide context, high numbers fine features of a narrow one; the number after the last block is the denoised image. Default for the bundled backbone: 2, 12 (12 is the denoised image). “Tune diffusion features” finds those that suit a scene.</source>
        <translation>使用其激活的网络解码器块的编号，例如 5, 8, 11。编号小的块给出大范围上下文的粗特征，编号大的块给出小范围上下文的细特征；最后一个块之后的编号是去噪图像。随附骨干网络的默认值：2, 12（12 为去噪图像）。“调优扩散特征”可找出适合影像的块。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Diffusion timesteps (noise level)</source>
        <translation>扩散时间步（噪声水平）</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>The timesteps of the diffusion process at which features are extracted: 0 is free of noise, 999 is pure noise. Default: 300. Several can be given, such as 100, 300.</source>
        <translation>提取特征的扩散过程时间步：0 为无噪声，999 为纯噪声。默认：300。可以给出多个，例如 100, 300。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Composites</source>
        <translation>合成影像</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>The three-band composites that are the input of the network: rgb, cir, swir, pca1 (principal components 1 to 3), pca2 (4 to 6). Default: pca1, pca2. Each one adds to the computing time.</source>
        <translation>作为网络输入的三波段合成影像：rgb、cir、swir、pca1（主成分 1 至 3）、pca2（4 至 6）。默认：pca1, pca2。每增加一个都会增加计算时间。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>Backbone</source>
        <translation>骨干网络</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Principal components per scale</source>
        <translation>每个尺度的主成分个数</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>The hyperspectral images: layers of the project, or files.</source>
        <translation>高光谱影像：项目中的图层或文件。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>A folder whose rasters are scenes, as are the products in its subfolders. Maps of an earlier run are ignored.</source>
        <translation>该文件夹中的栅格以及其子文件夹中的产品均为影像。以前运行生成的地图会被忽略。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>The files of the scene folder to use, such as *.tif or flight*/*_refl.bsq; ** matches subfolders of any depth. If empty, all are used.</source>
        <translation>影像文件夹中要使用的文件，例如 *.tif 或 flight*/*_refl.bsq；** 匹配任意深度的子文件夹。如果留空，则使用全部。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>The pattern of the file names: {name} is the name of the scene, {folder} that of its folder, {kind} the content, such as map or confidence. A / creates subfolders.</source>
        <translation>文件名的模式：{name} 是影像的名称，{folder} 是其文件夹的名称，{kind} 是内容，例如 map 或 confidence。/ 会创建子文件夹。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Number of processes on this computer, each of which maps one scene at a time. If empty, it depends on the CPU cores, GPUs and free memory.</source>
        <translation>本机上的进程数，每个进程一次处理一景影像。如果留空，则取决于 CPU 核数、GPU 和可用内存。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>The address of a running scheduler, such as tls://host:8786, whose workers map the scenes instead of this computer. They need the backend and access to the same files.</source>
        <translation>正在运行的调度器的地址，例如 tls://host:8786，由其工作进程代替本机制图。它们需要计算后端并能访问相同的文件。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Scenes</source>
        <translation>影像</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Scene folder</source>
        <translation>影像文件夹</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>File name pattern</source>
        <translation>文件名模式</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>There are no scenes.</source>
        <translation>没有影像。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Choose layers, files or a scene folder.</source>
        <translation>请选择图层、文件或影像文件夹。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Choose another folder.</source>
        <translation>请选择另一个文件夹。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Write confidence</source>
        <translation>写入置信度</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>For each scene, the probability of the predicted class in percent.</source>
        <translation>对每景影像，预测类别的概率（百分比）。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Write class probabilities</source>
        <translation>写入类别概率</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>For each scene, one band per class. These files are large.</source>
        <translation>对每景影像，每个类别一个波段。这些文件很大。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Write area of applicability</source>
        <translation>写入适用范围</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>For each scene, the dissimilarity of each pixel to the training pixels.</source>
        <translation>对每景影像，每个像元与训练像元的差异度。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Write second choice</source>
        <translation>写入次选类别</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>For each scene, the second most probable class of each pixel.</source>
        <translation>对每景影像，每个像元概率第二高的类别。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Write margin to the second choice</source>
        <translation>写入与次选类别的概率差</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>For each scene, the difference between the probabilities of the mapped class and the second choice, in percent.</source>
        <translation>对每景影像，制图类别与次选类别的概率之差（百分比）。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Recompute completed scenes</source>
        <translation>重新计算已完成的影像</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>If unchecked, a scene is skipped when its map exists and was computed from the same file with the same model and settings.</source>
        <translation>如果未勾选，当影像的地图已存在且由同一文件、同一模型和相同设置计算得到时，该影像会被跳过。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Output file names</source>
        <translation>输出文件名</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Parallel workers</source>
        <translation>并行工作进程数</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Dask scheduler address</source>
        <translation>Dask 调度器地址</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>CA certificate</source>
        <translation>CA 证书</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Client certificate</source>
        <translation>客户端证书</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Private key of the client certificate</source>
        <translation>客户端证书的私钥</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>A PEM file, for a scheduler whose address starts with tls://.</source>
        <translation>PEM 文件，用于地址以 tls:// 开头的调度器。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>The folder {} does not exist.</source>
        <translation>文件夹 {} 不存在。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/known_samples.py"/>
        <source>The training samples of the model. Locations similar to them have a low priority, and none is inside one of them.</source>
        <translation>模型的训练样本。与它们相似的位置优先级低，且没有位置落在样本之内。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/known_samples.py"/>
        <source>The field of the training samples that holds the class. The suggested locations get an empty field of the same name.</source>
        <translation>保存训练样本类别的字段。建议的位置会带有同名的空字段。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/known_samples.py"/>
        <location filename="../../algorithms/parameters/reference.py"/>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Training samples</source>
        <translation>训练样本</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/labelled_layer.py"/>
        <source>{}: {} annotations of these classes: {}.</source>
        <translation>{}：{} 个注记，类别为：{}。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/labelled_layer.py"/>
        <source>{}: the class field is not known.</source>
        <translation>{}：类别字段未知。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/labelled_layer.py"/>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Choose one of these fields: {}.</source>
        <translation>请选择以下字段之一：{}。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/labelled_layer.py"/>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/labelled_layer.py"/>
        <source>{}: “{}” is used as the class field.</source>
        <translation>{}：使用“{}”作为类别字段。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/labelled_layer.py"/>
        <source>{}: {} annotations without a class, or with several, were left out.</source>
        <translation>{}：已忽略 {} 个没有类别或有多个类别的注记。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>The map as a GeoTIFF on the grid of the image, with class names and colours. 0 marks pixels without data.</source>
        <translation>与影像格网一致的 GeoTIFF 地图，带有类别名称和颜色。0 表示无数据的像元。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <location filename="../../algorithms/zonal.py"/>
        <location filename="../../gui/map_buttons.py"/>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with the probability of the predicted class in percent. Additional training samples help most where it is low.</source>
        <translation>包含预测类别概率（百分比）的 GeoTIFF。在概率低的地方补充训练样本最有帮助。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Class probabilities</source>
        <translation>类别概率</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with one band per class: the probability of that class, 0 to 1.</source>
        <translation>每个类别一个波段的 GeoTIFF：该类别的概率，0 到 1。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Area of applicability</source>
        <translation>适用范围</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with the dissimilarity of each pixel to the training pixels. Above 1, a pixel is outside the area of applicability: its spectrum is unlike any training sample, and the accuracies do not apply to it.</source>
        <translation>包含每个像元与训练像元差异度的 GeoTIFF。大于 1 的像元位于适用范围之外：其光谱与所有训练样本都不相似，精度对其不适用。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Second choice</source>
        <translation>次选类别</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with the second most probable class of each pixel, in the names and colours of the map. Where the margin is low, it shows with which class the mapped one is confused.</source>
        <translation>每个像元第二可能类别的 GeoTIFF，使用分类图的名称和颜色。概率差低处，它显示图上类别与哪个类别混淆。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Margin to the second choice</source>
        <translation>与次选类别的概率差</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with the difference between the probabilities of the mapped class and the second choice, in percent.</source>
        <translation>图上类别与次选类别概率之差（百分比）的 GeoTIFF。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Fraction of the scene outside the area of applicability</source>
        <translation>影像中适用范围之外的比例</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>GeoDiffNet-F (geodiffnet-f) combines the spectrum with spatial features of a diffusion model and suits most scenes. GeoDiffNet (geodiffnet) uses the spatial features only. GeoSpecNet (geospecnet, a neural network), linear discriminant analysis (lda), random forest (rf) and support vector machine (svm) use the spectrum only; lda is fitted in milliseconds. The blend of all methods (auto) weights them by cross-validation and takes longest.</source>
        <translation>GeoDiffNet-F (geodiffnet-f) 将光谱与扩散模型的空间特征相结合，适合大多数影像。GeoDiffNet (geodiffnet) 仅使用空间特征。GeoSpecNet（geospecnet，神经网络）、线性判别分析 (lda)、随机森林 (rf) 和支持向量机 (svm) 仅使用光谱；lda 的拟合只需几毫秒。所有方法的组合 (auto) 通过交叉验证确定权重，耗时最长。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>Only for linear discriminant analysis: fit it to the spectrum and the diffusion features. The features are computed once per scene and cached.</source>
        <translation>仅用于线性判别分析：用光谱和扩散特征拟合。特征每景影像只计算一次并缓存。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>Default (recommended)</source>
        <translation>默认（推荐）</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>As published in the paper</source>
        <translation>与论文一致</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>“As published” (paper) extracts features from one composite and one decoder block and trains the networks as in the paper, for comparison. The default is more accurate.</source>
        <translation>“与论文一致”(paper) 从一个合成影像和一个解码器块提取特征，并按论文训练网络，用于比较。默认预设的精度更高。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <location filename="../../algorithms/tune.py"/>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>Use diffusion features in linear discriminant analysis</source>
        <translation>在线性判别分析中使用扩散特征</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>A model file written by “Train a model” or “Classify HSI with GeoDiffNet-F”. It contains the method, the classes and their colours.</source>
        <translation>由“训练模型”或“使用 GeoDiffNet-F 对高光谱影像分类”写入的模型文件。其中包含方法、类别及其颜色。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>Needed only for a model whose backbone is neither bundled nor in the cache of this computer: adm-imagenet64 or the path of its checkpoint, a folder in diffusers format, or a model of the Hugging Face hub as owner/name@commit. If empty, nothing is downloaded.</source>
        <translation>仅当模型的骨干网络既非随附也不在本机缓存中时才需要：adm-imagenet64 或其检查点的路径、diffusers 格式的文件夹，或以 owner/name@commit 表示的 Hugging Face Hub 模型。如果留空，则不下载任何内容。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>Choose a .safetensors file written by this plugin.</source>
        <translation>请选择由本插件写入的 .safetensors 文件。</translation>
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
        <location filename="../../algorithms/parameters/more_scenes.py"/>
        <source>Images of the same sensor that also contain training samples; the samples of all scenes are in one layer. Bands are matched to the first image by wavelength. Where each class occurs in two scenes, whole scenes are held out in cross-validation.</source>
        <translation>同一传感器的、也包含训练样本的影像；所有影像的样本位于同一个图层中。波段按波长与第一景影像匹配。如果每个类别都出现在两景影像中，交叉验证时会整景留出。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/more_scenes.py"/>
        <source>Additional training scenes</source>
        <translation>附加训练影像</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Centre inside the polygon</source>
        <translation>像元中心在多边形内</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>All touched pixels</source>
        <translation>所有接触的像元</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Minimum coverage</source>
        <translation>最小覆盖率</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Which pixels a polygon labels: those with their centre inside it, all that it touches, or those that it covers by the minimum coverage. A polygon that is too small for any labels the pixel that it lies in.</source>
        <translation>多边形标注哪些像元：中心在其内的像元、它接触的所有像元，或被其覆盖达到最小覆盖率的像元。过小的多边形标注其所在的像元。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Pixel selection rule</source>
        <translation>像元选择规则</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Fraction of a pixel that a polygon has to cover, above 0 to 1. Used by the rule “Minimum coverage”.</source>
        <translation>多边形必须覆盖的像元比例，大于 0 至 1。用于规则“最小覆盖率”。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Point radius (pixels)</source>
        <translation>点半径（像元）</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>A point labels the pixel that it lies in and the pixels whose centre is within this radius.</source>
        <translation>点标注其所在的像元以及中心在此半径内的像元。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Line width (pixels)</source>
        <translation>线宽（像元）</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>A line of width 0 labels the pixels that it touches, a wider line those with their centre inside it.</source>
        <translation>宽度为 0 的线标注其接触的像元，更宽的线标注中心在其内的像元。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>Exclude clouds, cirrus, haze, shadows, snow and saturated pixels, as far as the product flags them. The log states the share. Other images have no such layers.</source>
        <translation>排除产品标记的云、卷云、霾、阴影、雪和饱和像元。日志给出所占比例。其他影像没有此类图层。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>A raster with one band that excludes pixels where it is not 0, instead of the quality layers. It is resampled to the grid of the image if necessary.</source>
        <translation>单波段栅格，其值不为 0 处的像元被排除，用于代替质量图层。必要时重采样到影像的格网。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>Exclude pixels by the quality layers of the product</source>
        <translation>按产品的质量图层排除像元</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>Quality mask</source>
        <translation>质量掩膜</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <location filename="../../algorithms/parameters/reference.py"/>
        <location filename="../../algorithms/parameters/scene.py"/>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <location filename="../../gui/cube.py"/>
        <source>Check that the file exists and opens in QGIS as a raster layer.</source>
        <translation>请检查文件是否存在，且能在 QGIS 中作为栅格图层打开。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>Choose a raster with one band, in which 0 marks the pixels to keep.</source>
        <translation>请选择单波段栅格，其中 0 表示要保留的像元。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>The quality mask cannot be opened: {}</source>
        <translation>无法打开质量掩膜：{}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>The quality mask {} has {} bands.</source>
        <translation>质量掩膜 {} 有 {} 个波段。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>Points, polygons or lines of known class. Selections, filters, joins and temporary layers are respected.</source>
        <translation>类别已知的点、多边形或线。选择、过滤、连接和临时图层均会生效。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>The field of the reference data that holds the class: its name as in the map, or its code. Features without a value are ignored.</source>
        <translation>参考数据中保存类别的字段：地图中的类别名称或其代码。没有值的要素将被忽略。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <location filename="../../algorithms/parameters/scene.py"/>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>By code</source>
        <translation>按代码</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>How classes of the reference data are matched with classes of the map. “Automatic” matches the names that the layers show, and codes only where neither has names or the codes are unambiguous. Choose “By code” where the same code is known to mean the same class in both.</source>
        <translation>参考数据的类别如何与地图的类别匹配。“自动”匹配图层显示的名称，仅当两者都没有名称或代码无歧义时才匹配代码。如果确知同一代码在两者中表示同一类别，请选择“按代码”。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>The training samples of the map. Reference data inside them would make the accuracy too optimistic and are reported separately.</source>
        <translation>地图的训练样本。位于其中的参考数据会使精度过于乐观，因此单独报告。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>Reference data</source>
        <translation>参考数据</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>Class matching</source>
        <translation>类别匹配</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>Both reference data and a reference map were given.</source>
        <translation>同时给出了参考数据和参考图。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Leave one of them empty.</source>
        <translation>请将其中之一留空。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{} cannot be opened: {}</source>
        <translation>无法打开{}：{}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reports.py"/>
        <location filename="../../gui/map_texts.py"/>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reports.py"/>
        <source>Overall accuracy (cross-validation grouped by polygon)</source>
        <translation>总体精度（按多边形分组的交叉验证）</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reports.py"/>
        <source>Average accuracy (cross-validation)</source>
        <translation>平均精度（交叉验证）</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reports.py"/>
        <source>Kappa (cross-validation)</source>
        <translation>Kappa（交叉验证）</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reports.py"/>
        <source>HTML files (*.html)</source>
        <translation>HTML 文件 (*.html)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Simple random</source>
        <translation>简单随机</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Stratified random</source>
        <translation>分层随机</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Purposive (not random)</source>
        <translation>目的性抽样（非随机）</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Census (complete coverage)</source>
        <translation>普查（完全覆盖）</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>How the locations of the reference data were selected: at random over the whole map, at random within each class, purposively (which allows no estimates for the whole map), or everywhere. “Automatic” assumes a stratified sample for points and a purposive one for polygons and lines.</source>
        <translation>参考数据的位置如何选取：在整幅地图上随机、在每个类别内随机、有目的地选取（无法对整幅地图作出估计），或覆盖全部。“自动”对点假定为分层样本，对多边形和线假定为目的性样本。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Number of points to draw. Used only when a reference sample is drawn.</source>
        <translation>要抽取的点数。仅在抽取参考样本时使用。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Olofsson et al. (recommended)</source>
        <translation>Olofsson 等（推荐）</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Proportional to area</source>
        <translation>按面积比例</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Equal</source>
        <translation>相等</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>How the points are allocated to the classes. Olofsson et al. (olofsson): 50 to 100 points for rare classes, proportional to area for the others; proportional: proportional to area; equal: the same number for each class.</source>
        <translation>点如何分配到各类别。Olofsson 等 (olofsson)：稀有类别 50 至 100 个点，其余按面积比例；proportional：按面积比例；equal：每个类别数量相同。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Sampling design</source>
        <translation>抽样设计</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Sample size</source>
        <translation>样本量</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Sample allocation</source>
        <translation>样本分配</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>The scene, as reflectance, with at least three bands. Wavelengths and bad bands are read from its metadata. Any format or subdataset that QGIS opens as a raster layer is supported, and the metadata file or folder of an EnMAP, PRISMA, DESIS, EMIT, Tanager, NEON, AVIRIS, Wyvern or Hyperfield product.</source>
        <translation>反射率影像，至少三个波段。波长和坏波段从其元数据读取。支持 QGIS 可作为栅格图层打开的任何格式或子数据集，以及 EnMAP、PRISMA、DESIS、EMIT、Tanager、NEON、AVIRIS、Wyvern 或 Hyperfield 产品的元数据文件或文件夹。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>NVIDIA GPU (CUDA)</source>
        <translation>NVIDIA GPU (CUDA)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Apple GPU (MPS)</source>
        <translation>Apple GPU (MPS)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>The device to compute on. “Automatic” uses a GPU where a suitable one is found.</source>
        <translation>用于计算的设备。“自动”在找到合适的 GPU 时使用它。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Approximate amount of memory that may be used. If empty, it depends on the free memory. Decrease it if a run was stopped because memory ran out.</source>
        <translation>可使用内存的大致数量。如果留空，则取决于可用内存。如果运行因内存不足而停止，请减小它。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Also read data that refer to files outside their own folder or to the network, as virtual rasters may. Use this only for data that you trust. The default is set in the options of the plugin.</source>
        <translation>也读取引用其所在文件夹之外的文件或网络的数据，例如虚拟栅格。仅用于您信任的数据。默认值在插件选项中设置。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Band numbers and ranges, such as 1-5, 130-135. Bands that the metadata mark as bad and empty bands are always excluded.</source>
        <translation>波段编号和范围，例如 1-5, 130-135。元数据标记为坏的波段和空波段始终会被排除。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Three band numbers, such as 30, 20, 10, for an image without wavelengths. Otherwise the bands are selected by wavelength.</source>
        <translation>三个波段编号，例如 30, 20, 10，用于没有波长的影像。否则按波长选择波段。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Exclude bands in the water vapour absorption regions (1340–1460, 1790–1960 and above 2450 nm) and bands with almost constant values. The log lists them.</source>
        <translation>排除水汽吸收区（1340–1460、1790–1960 和 2450 nm 以上）的波段以及数值几乎不变的波段。日志会列出它们。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Hyperspectral image</source>
        <translation>高光谱影像</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Choose the hyperspectral scene, not a map or a single band of it.</source>
        <translation>请选择高光谱影像，而不是地图或其中的单个波段。</translation>
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
        <location filename="../../gui/options_page.py"/>
        <source>Allow references to other folders and the network</source>
        <translation>允许引用其他文件夹和网络</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Bands to exclude</source>
        <translation>要排除的波段</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Red, green and blue bands</source>
        <translation>红、绿、蓝波段</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Exclude bands without signal</source>
        <translation>排除没有信号的波段</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <location filename="../../gui/cube.py"/>
        <source>The image cannot be opened: {}</source>
        <translation>无法打开影像：{}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>The image {} has too few bands ({}); at least {} are needed.</source>
        <translation>影像 {} 的波段太少（{}）；至少需要 {} 个。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Training data (at least one of these)</source>
        <translation>训练数据（至少一项）</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Classifier</source>
        <translation>分类器</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Labelled pixels</source>
        <translation>标注像元</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Bands and excluded pixels</source>
        <translation>波段与排除的像元</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Rasters to write</source>
        <translation>要写入的栅格</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Computation</source>
        <translation>计算</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/seed.py"/>
        <source>Random seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/spectral_libraries.py"/>
        <source>Spectral libraries (with or instead of training samples)</source>
        <translation>光谱库（补充或代替训练样本）</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/spectral_libraries.py"/>
        <source>Class field of the spectral libraries</source>
        <translation>光谱库的类别字段</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/spectral_libraries.py"/>
        <source>The field that holds the class of a spectrum; “name” is the name of the spectrum, “folder” that of the folder of its file. If empty, the field “class” is used, or the name without its number where there is no such field.</source>
        <translation>存放光谱类别的字段；“name” 为光谱名称，“folder” 为其文件所在文件夹的名称。留空时使用字段 “class”，没有该字段时使用去掉编号的名称。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/spectral_libraries.py"/>
        <source>Choose a file, or a folder of files with one spectrum each.</source>
        <translation>请选择一个文件，或每个文件含一条光谱的文件夹。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/spectral_libraries.py"/>
        <source>The spectral library {} does not exist.</source>
        <translation>光谱库 {} 不存在。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Spectra of known class to use in addition to training samples or instead of them: ENVI (.sli), CSV, ECOSTRESS, USGS splib07, ASD or EnMAP-Box files, or folders of them. They are resampled to the bands of the image, which needs wavelengths. With libraries, the method uses the spectrum only.</source>
        <translation>类别已知的光谱，作为训练样本的补充或替代：ENVI（.sli）、CSV、ECOSTRESS、USGS splib07、ASD 或 EnMAP-Box 文件，或包含这些文件的文件夹。光谱重采样到影像的波段，影像须有波长。使用光谱库时，方法只使用光谱。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>A web page with the accuracies, the confusion matrix, the weights of the base classifiers, the input data and the settings.</source>
        <translation>包含精度、混淆矩阵、基分类器权重、输入数据和设置的网页。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>The same input data with the same seed give the same map; another seed shows how much of the map depends on chance.</source>
        <translation>相同的输入数据和相同的种子得到相同的地图；换一个种子可以看出地图中有多少是偶然的。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Annotation layers are training samples, too: the text in a shape is its class, or the name of a layer without texts. Files of other tools can be given by their path: training input of the SCP (.scpx), regions of ENVI (.xml, .txt), datasets of the EnMAP-Box (.json) and tables with coordinates (.csv).</source>
        <translation>注记图层也可作为训练样本：图形中的文字即其类别；没有文字的图层以其名称为类别。其他工具的文件可用路径给出：SCP 的训练输入（.scpx）、ENVI 的感兴趣区（.xml、.txt）、EnMAP-Box 的数据集（.json）和带坐标的表格（.csv）。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Polygons, points or lines of known class, in any coordinate reference system: at least two classes with three pixels each; recommended are five to ten small polygons per class, spread over the scene. Selections, filters, joins and temporary layers are respected.</source>
        <translation>类别已知的多边形、点或线，坐标参考系不限：至少两个类别，每类三个像元；建议每类五到十个小多边形，分布于整景影像。选择、过滤、连接和临时图层均会生效。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>The field that holds the class of a training sample, as a name or an integer code. Samples without a value are ignored. If empty, it is the field that styles the layer, one with a usual name such as class or species, or the only text field.</source>
        <translation>保存训练样本类别的字段，可为名称或整数代码。没有值的样本将被忽略。若为空，则使用图层样式的字段、名称常见（如 class 或 species）的字段，或唯一的文本字段。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Label raster (instead of training samples)</source>
        <translation>标签栅格（代替训练样本）</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>A raster to use instead of training samples: its first band holds an integer code for each class, and 0 or no data where the class is unknown. Connected pixels of a class are treated as one polygon. Class names and colours are read from the layer&apos;s style or from the file.</source>
        <translation>用来代替矢量训练样本的栅格：其第一波段为每个类别一个整数代码，类别未知处为 0 或无数据。同一类别相连的像元视为一个多边形。类别名称和颜色从图层样式或文件读取。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Both training samples and a label raster were given.</source>
        <translation>同时给出了训练样本和标签栅格。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>No training samples were given.</source>
        <translation>没有给出训练样本。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Choose a layer of training samples or a label raster.</source>
        <translation>请选择训练样本图层或标签栅格。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>The label raster cannot be opened: {}</source>
        <translation>无法打开标签栅格：{}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Choose a layer of training samples, a label raster or spectral libraries.</source>
        <translation>请选择训练样本图层、标签栅格或光谱库。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <location filename="../../gui/layers_section.py"/>
        <location filename="../../gui/samples/import_dialog.py"/>
        <source>Class field</source>
        <translation>类别字段</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Check that the file exists and opens in QGIS as a vector layer.</source>
        <translation>请检查文件是否存在，且能在 QGIS 中作为矢量图层打开。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Choose a layer of polygons, points or lines.</source>
        <translation>请选择多边形、点或线图层。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Draw some features. If “Selected features only” is checked, select some or uncheck it.</source>
        <translation>请绘制一些要素。如果勾选了“仅选中的要素”，请选择一些要素或取消勾选。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: {} is a table without geometries.</source>
        <translation>{}：{} 是没有几何的表。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: there is no field “{}”.</source>
        <translation>{}：没有字段“{}”。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: no coordinate reference system; that of the image is assumed.</source>
        <translation>{}：没有坐标参考系；采用影像的坐标参考系。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: the layer contains no features.</source>
        <translation>{}：图层不包含要素。</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: {} invalid geometries were repaired.</source>
        <translation>{}：修复了 {} 个无效几何。</translation>
    </message>
    <message>
        <location filename="../../algorithms/provider.py"/>
        <source>GeoDiffNet: hyperspectral classification</source>
        <translation>GeoDiffNet：高光谱分类</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Set up the backend</source>
        <translation>安装计算后端</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Installs, verifies, repairs or removes the Python environment of the backend.</source>
        <translation>安装、验证、修复或删除计算后端的 Python 环境。</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>&lt;p&gt;The backend of GeoDiffNet runs in its own Python environment, separate from the Python of QGIS. This algorithm installs it in your QGIS profile: no administrator rights are needed, and nothing else on the computer is changed.&lt;/p&gt;&lt;p&gt;Every file is verified against the checksum of the tested version. If the installation is cancelled or fails, the previous environment is kept; the next attempt reuses completed downloads. At the end a self-test runs.&lt;/p&gt;&lt;p&gt;The same actions are available under &lt;i&gt;Settings ▸ Options ▸ GeoDiffNet&lt;/i&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;GeoDiffNet 的计算后端在自己的 Python 环境中运行，与 QGIS 的 Python 分开。本算法将其安装到您的 QGIS 配置文件夹：不需要管理员权限，也不会更改计算机上的其他内容。&lt;/p&gt;&lt;p&gt;每个文件都按已测试版本的校验和进行验证。如果安装被取消或失败，会保留原有环境；下次尝试会重用已完成的下载。最后运行自检。&lt;/p&gt;&lt;p&gt;相同的操作也可在&lt;i&gt;设置 ▸ 选项 ▸ GeoDiffNet&lt;/i&gt; 中进行。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>setup: install the environment, or upgrade it after an upgrade of the plugin. verify: run the self-test. repair: install the environment again. download: only fill the wheel folder, for computers without a network connection. use: use an existing Python environment. remove: delete the environment.</source>
        <translation>setup：安装环境，或在插件升级后升级环境。verify：运行自检。repair：重新安装环境。download：仅填充 wheel 文件夹，用于没有网络连接的计算机。use：使用已有的 Python 环境。remove：删除环境。</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>CPU only</source>
        <translation>仅 CPU</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>“Automatic” installs the build for NVIDIA GPUs (CUDA, about 3 GB to download) where a sufficiently recent driver is found, and otherwise the CPU build (about 0.4 GB). On a Mac there is one build, which supports Apple&apos;s GPU.</source>
        <translation>“自动”在找到足够新的驱动程序时安装 NVIDIA GPU 版本（CUDA，下载约 3 GB），否则安装 CPU 版本（约 0.4 GB）。Mac 只有一个版本，支持 Apple 的 GPU。</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>A folder of wheels to install from, without a network connection; for the action “Download only”, the folder to fill. It must contain the tested files for this system and Python version.</source>
        <translation>用于在没有网络连接时安装的 wheel 文件夹；对于操作“仅下载”，则为要填充的文件夹。它必须包含适用于此系统和 Python 版本的已测试文件。</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>The base Python of the environment. If empty, it is detected (the Python of QGIS on Windows, python3 of the system on Linux). For the action “Use a custom Python environment”, the interpreter of an environment that contains all packages; empty to use the environment in the profile again.</source>
        <translation>环境的基础 Python。如果留空则自动检测（Windows 上为 QGIS 的 Python，Linux 上为系统的 python3）。对于操作“使用自定义 Python 环境”，为包含所有软件包的环境的解释器；留空则重新使用配置文件夹中的环境。</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>install,installation,environment,python,pip,torch,pytorch,cuda,gpu,dependencies,upgrade,repair,verify,uninstall,offline,wheels</source>
        <translation>安装,环境,python,pip,torch,pytorch,cuda,gpu,依赖,升级,修复,验证,卸载,离线,wheel</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>PyTorch build</source>
        <translation>PyTorch 版本</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Wheel folder</source>
        <translation>Wheel 文件夹</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Python interpreter</source>
        <translation>Python 解释器</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>State of the backend</source>
        <translation>计算后端状态</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Environment folder</source>
        <translation>环境文件夹</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Duration of the self-test (seconds)</source>
        <translation>自检耗时（秒）</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../bridge/setup/actions.py"/>
        <source>No folder was chosen for the download.</source>
        <translation>没有为下载选择文件夹。</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Choose one as “Wheel folder”.</source>
        <translation>请在“Wheel 文件夹”中选择一个。</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Cancelled; the previous environment was kept.</source>
        <translation>已取消；保留原有环境。</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Set up or upgrade</source>
        <translation>安装或升级</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Verify (run the self-test)</source>
        <translation>验证（运行自检）</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Repair (reinstall)</source>
        <translation>修复（重新安装）</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Download only</source>
        <translation>仅下载</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Use a custom Python environment</source>
        <translation>使用自定义 Python 环境</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Create a spectral library</source>
        <translation>创建光谱库</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Writes spectra of training samples or of other libraries as a spectral library.</source>
        <translation>将训练样本或其他光谱库的光谱写为光谱库。</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>&lt;p&gt;Writes the spectra of training samples as a spectral library, or resamples existing libraries to the bands of an image. Both can be combined in one library.&lt;/p&gt;&lt;p&gt;Use the library in other programs, or as training samples for another scene: &lt;i&gt;Classify HSI with GeoDiffNet-F&lt;/i&gt; and &lt;i&gt;Train a model&lt;/i&gt; read it under &lt;i&gt;Spectral libraries&lt;/i&gt;. The spectra of another scene differ by illumination, atmosphere and season: assess a map that was made with them.&lt;/p&gt;</source>
        <translation>&lt;p&gt;将训练样本的光谱写为光谱库，或将已有光谱库重采样到影像的波段。两者可合并在一个光谱库中。&lt;/p&gt;&lt;p&gt;光谱库可用于其他程序，或作为另一景影像的训练样本：&lt;i&gt;使用 GeoDiffNet-F 对高光谱影像分类&lt;/i&gt;和&lt;i&gt;训练模型&lt;/i&gt;在&lt;i&gt;光谱库&lt;/i&gt;处读取它。另一景影像的光谱因光照、大气和季节而不同：请对由此得到的图进行精度评价。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Libraries to resample to the bands of the image, which needs wavelengths: ENVI (.sli), CSV, ECOSTRESS, USGS splib07, ASD or EnMAP-Box files, or folders of them.</source>
        <translation>要重采样到影像波段的光谱库，影像须有波长：ENVI（.sli）、CSV、ECOSTRESS、USGS splib07、ASD 或 EnMAP-Box 文件，或包含这些文件的文件夹。</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Polygons, points or lines of known class, in any coordinate reference system. Selections, filters, joins and temporary layers are respected.</source>
        <translation>已知类别的面、点或线，可为任意坐标参照系。选择、过滤、连接和临时图层均有效。</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Write one spectrum per training sample, the mean of its pixels, instead of one per pixel. Spectra of libraries are not averaged.</source>
        <translation>每个训练样本写一条光谱（其像元的平均值），而不是每个像元一条。光谱库的光谱不取平均。</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>The library to write: in ENVI format with its header (.sli), or as a table (.csv) with name, class and origin of each spectrum.</source>
        <translation>要写入的光谱库：ENVI 格式及其头文件（.sli），或包含每条光谱的名称、类别和来源的表格（.csv）。</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>hyperspectral,imaging spectroscopy,spectral library,spectra,endmembers,training samples,resample,ENVI,CSV</source>
        <translation>高光谱,成像光谱,光谱库,光谱,端元,训练样本,重采样,ENVI,CSV</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Write the mean spectrum of each polygon</source>
        <translation>写入每个多边形的平均光谱</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Spectral library</source>
        <translation>光谱库</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Number of spectra</source>
        <translation>光谱数量</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Choose a name that ends in .sli (ENVI) or .csv.</source>
        <translation>请选择以 .sli（ENVI）或 .csv 结尾的名称。</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>ENVI spectral libraries (*.sli);;Tables (*.csv)</source>
        <translation>ENVI 光谱库 (*.sli);;表格 (*.csv)</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>The format of the library {} is unknown.</source>
        <translation>光谱库 {} 的格式未知。</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Suggest where to label next</source>
        <translation>建议下一步标注的位置</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Finds the locations whose class would improve a model most (active learning).</source>
        <translation>找出其类别最能改进模型的位置（主动学习）。</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>&lt;p&gt;Active learning: finds locations in a scene whose class would improve a model most. They have a low confidence or are unlike any training sample, and are not too similar to each other.&lt;/p&gt;&lt;p&gt;The result is a layer to complete: check each location in the image, enter its class in the class field, correct or enlarge the polygon, and delete the locations whose class you cannot identify. Then add the rest to your training samples and classify again.&lt;/p&gt;</source>
        <translation>&lt;p&gt;主动学习：在影像中找出其类别最能改进模型的位置。这些位置置信度低，或与所有训练样本都不相似，且彼此不太相似。&lt;/p&gt;&lt;p&gt;结果是一个待填写的图层：在影像上查看每个位置，将其类别填入类别字段，修正或扩大多边形，并删除无法判读类别的位置。然后将其余的加入训练样本并再次分类。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>A GeoPackage of the locations with their number, an empty class field, the two most probable classes, the confidence in percent and the reason for the suggestion.</source>
        <translation>包含各位置的 GeoPackage：编号、空的类别字段、两个最可能的类别、置信度（百分比）以及建议的原因。</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>How many locations to suggest; number 1 has the highest priority.</source>
        <translation>建议多少个位置；编号 1 的优先级最高。</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Polygon (pixel outline)</source>
        <translation>多边形（像元轮廓）</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Point (pixel centre)</source>
        <translation>点（像元中心）</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>A polygon with the outline of the pixel, which can be enlarged, or a point.</source>
        <translation>可以扩大的像元轮廓多边形，或点。</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Another location within this distance gets a much lower priority. If empty, it depends on the size of the scene and the number of suggestions.</source>
        <translation>在此距离内的其他位置优先级会低得多。如果留空，则取决于影像大小和建议数量。</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>hyperspectral,active learning,training samples,sampling,uncertainty,novelty</source>
        <translation>高光谱,主动学习,训练样本,抽样,不确定性,新颖性</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>The same input data with the same seed give the same locations.</source>
        <translation>相同的输入数据和相同的种子得到相同的位置。</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Suggested locations</source>
        <translation>建议的位置</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Number of suggested locations</source>
        <translation>建议的位置数</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Number of suggestions</source>
        <translation>建议数量</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Geometry type</source>
        <translation>几何类型</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Minimum distance (pixels)</source>
        <translation>最小距离（像元）</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>Train a model</source>
        <translation>训练模型</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>Trains a model with training samples, to be applied to other scenes.</source>
        <translation>用训练样本训练模型，以便应用于其他影像。</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>&lt;p&gt;Trains a model with the training samples that you have drawn on a hyperspectral image, estimates its accuracy, and writes it to a file.&lt;/p&gt;&lt;p&gt;No map is created. &lt;i&gt;Apply a model&lt;/i&gt; uses the file to map this scene, or others of the same sensor; &lt;i&gt;Classify HSI with GeoDiffNet-F&lt;/i&gt; trains and maps in one step.&lt;/p&gt;&lt;p&gt;The accuracies are cross-validated; no polygon is used for both training and testing.&lt;/p&gt;</source>
        <translation>&lt;p&gt;用您在高光谱影像上绘制的训练样本训练模型，估计其精度，并写入文件。&lt;/p&gt;&lt;p&gt;不生成地图。&lt;i&gt;应用模型&lt;/i&gt;用该文件对本景影像或同一传感器的其他影像制图；&lt;i&gt;使用 GeoDiffNet-F 对高光谱影像分类&lt;/i&gt;一步完成训练和制图。&lt;/p&gt;&lt;p&gt;精度来自交叉验证；没有多边形同时用于训练和测试。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>hyperspectral,imaging spectroscopy,supervised,machine learning,deep learning,diffusion,linear discriminant analysis,random forest,support vector machine,fit,accuracy</source>
        <translation>高光谱,成像光谱,监督分类,机器学习,深度学习,扩散,线性判别分析,随机森林,支持向量机,拟合,精度</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>The file of the trained model (.safetensors). It contains everything that is needed to map other scenes, on this or another computer, and no program code.</source>
        <translation>训练好的模型文件 (.safetensors)。它包含在本机或其他计算机上对其他影像制图所需的全部内容，不含程序代码。</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Create a training layer</source>
        <translation>创建训练图层</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Creates an empty polygon layer for the training samples of your classes.</source>
        <translation>为您的类别创建空的训练样本多边形图层。</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>&lt;p&gt;Creates an empty polygon layer for training samples, in the coordinate reference system of the scene.&lt;/p&gt;&lt;p&gt;Each class has a colour, and the attribute form of a new polygon offers the classes as a list. Names and colours are stored in the GeoPackage and are also used for the class map.&lt;/p&gt;&lt;p&gt;The panel &lt;i&gt;GeoDiffNet labelling&lt;/i&gt; can also create such a layer, and helps to draw the polygons.&lt;/p&gt;&lt;p&gt;Example of a class list: &lt;code&gt;water=#2f7fd1, tree, roof=#d1453b&lt;/code&gt;&lt;/p&gt;</source>
        <translation>&lt;p&gt;创建用于训练样本的空多边形图层，采用影像的坐标参考系。&lt;/p&gt;&lt;p&gt;每个类别有一种颜色，新多边形的属性表单以列表形式提供各类别。名称和颜色保存在 GeoPackage 中，也用于分类图。&lt;/p&gt;&lt;p&gt;面板 &lt;i&gt;GeoDiffNet 标注&lt;/i&gt; 也可以创建这样的图层，并帮助绘制多边形。&lt;/p&gt;&lt;p&gt;类别列表示例：&lt;code&gt;water=#2f7fd1, tree, roof=#d1453b&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>The scene to draw on; the layer gets its coordinate reference system.</source>
        <translation>要在其上绘制的影像；图层采用其坐标参考系。</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>The classes, one per line or separated by commas, each as a name or as name=#rrggbb. Classes without a colour are assigned one; more classes can be added later.</source>
        <translation>类别，每行一个或用逗号分隔，每个为名称或 名称=#rrggbb。没有颜色的类别会自动分配颜色；以后可以添加更多类别。</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>The GeoPackage to create, with a text field “class”. A file that contains features is never overwritten.</source>
        <translation>要创建的 GeoPackage，带有文本字段“class”。包含要素的文件绝不会被覆盖。</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>hyperspectral,training samples,polygons,digitize,draw,classes,labels,GeoPackage</source>
        <translation>高光谱,训练样本,多边形,数字化,绘制,类别,标签,GeoPackage</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <location filename="../../gui/dock.py"/>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Training layer</source>
        <translation>训练图层</translation>
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
        <source>Tune diffusion features</source>
        <translation>调优扩散特征</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Finds the decoder block, timestep and composite that suit a scene.</source>
        <translation>找出适合影像的解码器块、时间步和合成影像。</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>&lt;p&gt;A grid search over decoder blocks and timesteps of the diffusion network and over composites of the scene. The report contains the accuracy of each combination, and clusters of its features.&lt;/p&gt;&lt;p&gt;All combinations use the same cross-validation folds; no polygon is used for both training and testing. The default features, which combine several blocks and composites, are tested as well; often they are better than any single one.&lt;/p&gt;&lt;p&gt;Enter the best combination under the advanced parameters of &lt;i&gt;Train a model&lt;/i&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;对扩散网络的解码器块和时间步以及影像的合成方式进行网格搜索。报告包含每种组合的精度及其特征的聚类。&lt;/p&gt;&lt;p&gt;所有组合使用相同的交叉验证折；没有多边形同时用于训练和测试。组合了多个块和合成影像的默认特征也会测试；它们往往优于任何单一组合。&lt;/p&gt;&lt;p&gt;请将最佳组合填入&lt;i&gt;训练模型&lt;/i&gt;的高级参数。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>The method that evaluates the features. GeoDiffNet-F (geodiffnet-f) also uses the spectrum, so that only what the features add to it counts; GeoDiffNet (geodiffnet) uses the features only.</source>
        <translation>评估特征的方法。GeoDiffNet-F (geodiffnet-f) 还使用光谱，因此只计入特征带来的增益；GeoDiffNet (geodiffnet) 仅使用特征。</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Decoder blocks to test</source>
        <translation>要测试的解码器块</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Numbers such as 2, 5, 8, 11. Low numbers give coarse features of a wide context, high numbers fine features of a narrow one; the number after the last block is the denoised image. If empty, some blocks across the network are tested.</source>
        <translation>例如 2, 5, 8, 11 的编号。编号小的块给出大范围上下文的粗特征，编号大的块给出小范围上下文的细特征；最后一个块之后的编号是去噪图像。如果留空，则测试分布于网络中的若干块。</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Diffusion timesteps to test (noise level)</source>
        <translation>要测试的扩散时间步（噪声水平）</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Timesteps of the diffusion process, from 0 (no noise) to 999 (pure noise). If empty, 50, 150 and 300 are tested.</source>
        <translation>扩散过程的时间步，从 0（无噪声）到 999（纯噪声）。如果留空，则测试 50、150 和 300。</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Composites to test</source>
        <translation>要测试的合成影像</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Three-band composites of the scene: rgb, cir, swir, pca1 (principal components 1 to 3), pca2 (4 to 6). Those joined by +, such as rgb+pca1, are used together. If empty, pca1+pca2 and rgb are tested.</source>
        <translation>影像的三波段合成：rgb、cir、swir、pca1（主成分 1 至 3）、pca2（4 至 6）。用 + 连接的（如 rgb+pca1）会一起使用。如果留空，则测试 pca1+pca2 和 rgb。</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>hyperspectral,hyperparameters,grid search,tuning,decoder block,timestep,composite,diffusion,cross-validation,clusters</source>
        <translation>高光谱,超参数,网格搜索,调优,解码器块,时间步,合成影像,扩散,交叉验证,聚类</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>A web page with a heat map of all combinations, and clusters of their features beside the composites. The numbers are also written to a JSON file of the same name.</source>
        <translation>包含所有组合热图的网页，并在合成影像旁显示其特征的聚类。数值同时写入同名的 JSON 文件。</translation>
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
        <location filename="../../algorithms/zonal.py"/>
        <source>Summarise a class map per polygon</source>
        <translation>按多边形汇总分类图</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Computes the class shares of a map in the polygons of a layer.</source>
        <translation>计算分类图在图层各多边形中的类别比例。</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>&lt;p&gt;Computes for each polygon of a layer, such as parcels or stands, the number of pixels, the most frequent class, the share of each class in percent and, where the confidence of the map is given, its mean.&lt;/p&gt;&lt;p&gt;A pixel belongs to the polygons that contain its centre; polygons may overlap, and one without any pixel centre gets the pixel that it lies in. Shares of pixels are not areas corrected for errors of the map: &lt;i&gt;Assess a class map&lt;/i&gt; estimates those.&lt;/p&gt;</source>
        <translation>&lt;p&gt;对图层的每个多边形（如地块或林分），计算像元数、出现最多的类别、各类别的百分比；给出分类图的置信度时还计算其平均值。&lt;/p&gt;&lt;p&gt;像元属于包含其中心的多边形；多边形可以重叠，不含任何像元中心的多边形取其所在的像元。像元比例不是经误差校正的面积：请用&lt;i&gt;评估分类图&lt;/i&gt;估计面积。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>The polygons, in any coordinate reference system. Selections, filters and temporary layers are respected.</source>
        <translation>多边形，可为任意坐标参照系。选择、过滤和临时图层均有效。</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>A GeoPackage of the polygons with their own fields and the computed ones.</source>
        <translation>包含多边形及其原有字段和计算字段的 GeoPackage。</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>A table (.csv) of the computed fields, with the number of each polygon.</source>
        <translation>计算字段的表格（.csv），包含每个多边形的编号。</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>zonal statistics,zonal histogram,class shares,proportions,parcels,stands,land cover,majority,confidence</source>
        <translation>分区统计,分区直方图,类别比例,比例,地块,林分,土地覆盖,众数,置信度</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>The map to summarise: a raster file whose first band holds class codes.</source>
        <translation>要汇总的分类图：第一波段为类别代码的栅格文件。</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Zones</source>
        <translation>分区</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>The confidence of the map, for its mean in each polygon.</source>
        <translation>分类图的置信度，用于计算每个多边形的平均值。</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Zones with class shares</source>
        <translation>含类别比例的分区</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Number of zones</source>
        <translation>分区数量</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Zones with classified pixels</source>
        <translation>含已分类像元的分区</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Neither a layer nor a table to write was chosen.</source>
        <translation>既未选择要写入的图层，也未选择要写入的表格。</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Choose a file for the layer, for the table, or for both.</source>
        <translation>请为图层、表格或两者选择文件。</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <location filename="../../bridge/annotations.py"/>
        <source>Draw polygons, lines or markers, with the class as a text in them or as the name of their layer.</source>
        <translation>请绘制多边形、线或标记，并以其中的文字或其图层的名称作为类别。</translation>
    </message>
    <message>
        <location filename="../../bridge/annotations.py"/>
        <source>Use the same coordinate reference system for all annotation layers.</source>
        <translation>请对所有注记图层使用相同的坐标参照系。</translation>
    </message>
    <message>
        <location filename="../../bridge/annotations.py"/>
        <source>The annotation layer {} contains no labels.</source>
        <translation>注记图层 {} 不含标注。</translation>
    </message>
    <message>
        <location filename="../../bridge/annotations.py"/>
        <source>The annotation layer {} cannot be reprojected.</source>
        <translation>注记图层 {} 无法重投影。</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>Choose its class field, add a text field “class”, or create a training layer.</source>
        <translation>请选择其类别字段，添加文本字段“class”，或新建训练图层。</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>Choose a text or integer field that can be edited.</source>
        <translation>请选择可编辑的文本或整数字段。</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>Filter the layer, or use the algorithms in the Processing Toolbox.</source>
        <translation>请过滤图层，或使用处理工具箱中的算法。</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>Choose the field that holds the class.</source>
        <translation>请选择存放类别的字段。</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>Undo the change of its fields, or choose another class field.</source>
        <translation>请撤消对其字段的修改，或选择其他类别字段。</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>The layer {} has no field “class”.</source>
        <translation>图层 {} 没有字段“class”。</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>The field “{}” of the layer {} cannot hold classes.</source>
        <translation>字段“{}”（图层 {}）不能存放类别。</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>The layer {} has more than {} features.</source>
        <translation>图层 {} 的要素超过 {} 个。</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>The field “{}” has more than {} different values.</source>
        <translation>字段“{}”的不同取值超过 {} 个。</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>The layer {} no longer has the field “{}”.</source>
        <translation>图层 {} 不再有字段“{}”。</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>The name {} is too long for the field “{}”.</source>
        <translation>名称 {} 对字段“{}”来说太长。</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>Enter at most {} characters.</source>
        <translation>最多输入 {} 个字符。</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>Enter a name before the colour, for example water=#2f7fd1.</source>
        <translation>请在颜色前输入名称，例如 water=#2f7fd1。</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>Enter it as #rrggbb, for example water=#2f7fd1, or omit it.</source>
        <translation>请输入为 #rrggbb，例如 water=#2f7fd1，或省略。</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>Enter each class once.</source>
        <translation>每个类别只输入一次。</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>A class has no name: {}</source>
        <translation>有一个类别没有名称：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>The colour of the class {} is invalid: {}</source>
        <translation>类别 {} 的颜色无效：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>The class {} occurs twice in the list.</source>
        <translation>类别 {} 在列表中出现两次。</translation>
    </message>
    <message>
        <location filename="../../bridge/class_style.py"/>
        <source>GeoDiffNet classes</source>
        <translation>GeoDiffNet 类别</translation>
    </message>
    <message>
        <location filename="../../bridge/class_style.py"/>
        <source>GeoDiffNet classes ({})</source>
        <translation>GeoDiffNet 类别（{}）</translation>
    </message>
    <message>
        <location filename="../../bridge/labels.py"/>
        <location filename="../../gui/composites.py"/>
        <source>Check that there is free disk space for temporary files.</source>
        <translation>请检查磁盘是否有用于临时文件的可用空间。</translation>
    </message>
    <message>
        <location filename="../../bridge/labels.py"/>
        <source>The labels could not be written to {}: {}</source>
        <translation>无法将标签写入 {}：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/layer_geometry.py"/>
        <source>This location lies outside the coordinate reference system of the training layer.</source>
        <translation>该位置超出训练图层坐标参照系的范围。</translation>
    </message>
    <message>
        <location filename="../../bridge/layer_geometry.py"/>
        <source>Use a training layer in the coordinate reference system of the scene.</source>
        <translation>请使用与影像坐标参照系相同的训练图层。</translation>
    </message>
    <message>
        <location filename="../../bridge/layer_geometry.py"/>
        <source>A geometry cannot be cut because it is invalid.</source>
        <translation>某个几何图形无效，无法切割。</translation>
    </message>
    <message>
        <location filename="../../bridge/layer_geometry.py"/>
        <source>Repair the layer with “Fix geometries”, or delete this feature.</source>
        <translation>请用“修正几何图形”修复图层，或删除该要素。</translation>
    </message>
    <message>
        <location filename="../../bridge/layer_geometry.py"/>
        <source>Choose a training layer of polygons.</source>
        <translation>请选择面类型的训练图层。</translation>
    </message>
    <message>
        <location filename="../../bridge/layer_geometry.py"/>
        <source>The layer {} holds another type of geometry.</source>
        <translation>图层 {} 的几何类型不同。</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>GeoDiffNet-F (recommended)</source>
        <translation>GeoDiffNet-F（推荐）</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>GeoDiffNet (diffusion features only)</source>
        <translation>GeoDiffNet（仅扩散特征）</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>GeoSpecNet (spectral network)</source>
        <translation>GeoSpecNet（光谱网络）</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>Linear discriminant analysis (fast)</source>
        <translation>线性判别分析（快速）</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>Random forest</source>
        <translation>随机森林</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>Support vector machine</source>
        <translation>支持向量机</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>Blend of all methods (slow)</source>
        <translation>所有方法的组合（慢）</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>Log of the backend: {}</source>
        <translation>计算后端日志：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>The backend has reported no progress for {} minutes. If it uses no CPU or GPU time, cancel the run and start it again.</source>
        <translation>计算后端已有 {} 分钟没有报告进度。如果它不占用 CPU 或 GPU，请取消运行并重新开始。</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <location filename="../../bridge/session_process.py"/>
        <source>The Python interpreter of the backend could not be started: {}</source>
        <translation>无法启动计算后端的 Python 解释器：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <location filename="../../bridge/session_process.py"/>
        <source>Check that {} is a Python interpreter that you may execute.</source>
        <translation>请检查 {} 是否为您可以执行的 Python 解释器。</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <location filename="../../bridge/session_process.py"/>
        <source>Unexpected output of the backend: {}</source>
        <translation>计算后端的意外输出：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/progress_text.py"/>
        <source>about {} h left</source>
        <translation>大约还需 {} 小时</translation>
    </message>
    <message>
        <location filename="../../bridge/progress_text.py"/>
        <source>about {} s left</source>
        <translation>大约还需 {} 秒</translation>
    </message>
    <message>
        <location filename="../../bridge/progress_text.py"/>
        <source>about {} min left</source>
        <translation>大约还需 {} 分钟</translation>
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
        <source>The image {} exists only in the memory of QGIS.</source>
        <translation>影像 {} 仅存在于 QGIS 的内存中。</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The backend of GeoDiffNet is not set up yet.</source>
        <translation>GeoDiffNet 的计算后端尚未安装。</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Run “Set up the backend” in the Processing Toolbox (GeoDiffNet), or open Settings ▸ Options ▸ GeoDiffNet. This is needed once and takes some minutes.</source>
        <translation>请在处理工具箱（GeoDiffNet）中运行“安装计算后端”，或打开 设置 ▸ 选项 ▸ GeoDiffNet。只需一次，耗时几分钟。</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python interpreter of the backend does not run.</source>
        <translation>计算后端的 Python 解释器无法运行。</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Choose another one, or none, with the algorithm “Set up the backend”.</source>
        <translation>请用算法“安装计算后端”选择另一个环境，或不选择。</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Repair the environment of {}, or set {} to another one.</source>
        <translation>请修复 {} 的环境，或将 {} 设为另一个解释器。</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Run “Set up the backend” in the Processing Toolbox with the action “Repair”. The current interpreter is {}.</source>
        <translation>请在处理工具箱中以操作“修复”运行“安装计算后端”。当前解释器为 {}。</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python environment of the backend lacks these packages: {}.</source>
        <translation>计算后端的 Python 环境缺少以下软件包：{}。</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python interpreter in {} does not exist: {}</source>
        <translation>{} 指定的 Python 解释器不存在：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Correct or remove the environment variable {} and restart QGIS.</source>
        <translation>请更正或删除环境变量 {}，然后重新启动 QGIS。</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The custom Python environment does not exist: {}</source>
        <translation>自定义 Python 环境不存在：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/session.py"/>
        <source>There are too many samples, or too detailed ones, to be sent to the backend.</source>
        <translation>样本过多或过于详细，无法发送到计算后端。</translation>
    </message>
    <message>
        <location filename="../../bridge/session.py"/>
        <source>Switch the live map off and map the whole scene, or use fewer samples.</source>
        <translation>请关闭实时地图并对整个场景制图，或使用更少的样本。</translation>
    </message>
    <message>
        <location filename="../../bridge/session.py"/>
        <source>Check that the folder of your QGIS profile is writable and the disk is not full.</source>
        <translation>请检查 QGIS 配置文件夹是否可写，以及磁盘是否已满。</translation>
    </message>
    <message>
        <location filename="../../bridge/session.py"/>
        <source>The log of the backend cannot be written: {}</source>
        <translation>无法写入后端日志：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/session_process.py"/>
        <source>Restart QGIS, so that it loads the installed version of the plugin.</source>
        <translation>请重新启动 QGIS，以加载已安装的插件版本。</translation>
    </message>
    <message>
        <location filename="../../bridge/session_process.py"/>
        <source>The backend did not start within {} s.</source>
        <translation>后端未能在 {} 秒内启动。</translation>
    </message>
    <message>
        <location filename="../../bridge/session_process.py"/>
        <source>Close other programs and try again. Log: {}</source>
        <translation>请关闭其他程序后重试。日志：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/session_process.py"/>
        <source>The backend has version {}, but the plugin in QGIS has version {}.</source>
        <translation>后端版本为 {}，而 QGIS 中插件的版本为 {}。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>The environment in the QGIS profile is used from now on.</source>
        <translation>从现在起使用 QGIS 配置文件夹中的环境。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Choose the interpreter: python3, or python.exe on Windows.</source>
        <translation>请选择解释器：python3，Windows 上为 python.exe。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Removing</source>
        <translation>正在删除</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Close the other QGIS windows and try again.</source>
        <translation>请关闭其他 QGIS 窗口并重试。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Searching for Python and a GPU</source>
        <translation>正在查找 Python 和 GPU</translation>
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
        <source>Checking the wheel folder</source>
        <translation>正在检查 wheel 文件夹</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} is not an executable Python interpreter.</source>
        <translation>{} 不是可执行的 Python 解释器。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Some files are in use and could not be removed: {}</source>
        <translation>部分文件正在使用，无法删除：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>PyTorch {}, build “{}”: {}</source>
        <translation>PyTorch {}，版本“{}”：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Log of the installation: {}</source>
        <translation>安装日志：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>The environment variable {} is set and takes precedence.</source>
        <translation>已设置环境变量 {}，它优先生效。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Network: {}</source>
        <translation>网络：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Download size: {}, {} files</source>
        <translation>下载大小：{}，{} 个文件</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>Free some disk space and try again; nothing was written.</source>
        <translation>请释放磁盘空间后重试；未写入任何内容。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Enable long paths in Windows (LongPathsEnabled), or start QGIS with a profile in a folder with a shorter path (--profiles-path).</source>
        <translation>请在 Windows 中启用长路径 (LongPathsEnabled)，或使用位于较短路径文件夹中的配置启动 QGIS (--profiles-path)。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>There is not enough disk space: {} are needed, {} are free in {}.</source>
        <translation>磁盘空间不足：需要 {}，可用 {}（位于 {}）。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>The path of the folder is {} characters too long for Windows: {}</source>
        <translation>文件夹路径超出 Windows 限制 {} 个字符：{}</translation>
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
        <source>The wheel folder lacks {} of {} files: {}</source>
        <translation>wheel 文件夹缺少 {} / {} 个文件：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>Fill it on a computer with a network connection with the action “Download only”, for the same system, Python version ({}) and PyTorch build ({}).</source>
        <translation>请在有网络连接的计算机上用操作“仅下载”填充它，系统、Python 版本 ({}) 和 PyTorch 版本 ({}) 须相同。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>Already downloaded: {} files</source>
        <translation>已下载：{} 个文件</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>{} Retrying.</source>
        <translation>{} 正在重试。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>{} (damaged, or not the tested version)</source>
        <translation>{}（已损坏，或不是已测试的版本）</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Free some disk space and try again; completed downloads are kept.</source>
        <translation>请释放磁盘空间后重试；已完成的下载会保留。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A downloaded file does not match its checksum.</source>
        <translation>下载文件的校验和不匹配。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The download was probably incomplete, or changed by a proxy. Try again. If the problem persists, please report the file named in the log; it was not installed.</source>
        <translation>下载可能不完整，或被代理更改。请重试。如果问题仍然存在，请报告日志中指出的文件；该文件未被安装。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The proxy cannot be reached or refuses the connection.</source>
        <translation>无法连接代理，或代理拒绝连接。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Check its address, user name and password under Settings ▸ Options ▸ Network, or install from a wheel folder.</source>
        <translation>请在 设置 ▸ 选项 ▸ 网络 中检查其地址、用户名和密码，或从 wheel 文件夹安装。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The certificate of the package index is not trusted.</source>
        <translation>软件包索引的证书不受信任。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Your network probably inspects encrypted connections with its own certificate. Add it under Settings ▸ Options ▸ Authentication ▸ Manage Certificates, and try again. Also check the date of the computer.</source>
        <translation>您的网络可能使用自己的证书检查加密连接。请在 设置 ▸ 选项 ▸ 认证 ▸ 管理证书 中添加该证书后重试。另请检查计算机的日期。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A path is too long.</source>
        <translation>路径过长。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Windows denied access to a file.</source>
        <translation>Windows 拒绝访问某个文件。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Probably an antivirus program is the cause: exclude the folder named in the log from its scans, close other QGIS windows, and try again.</source>
        <translation>原因可能是杀毒软件：请将日志中指出的文件夹排除在扫描之外，关闭其他 QGIS 窗口后重试。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A file in the QGIS profile could not be written.</source>
        <translation>无法写入 QGIS 配置文件夹中的文件。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Check that you own the folder and may write to it.</source>
        <translation>请检查该文件夹是否归您所有且可写。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>This Python lacks the module venv.</source>
        <translation>此 Python 缺少 venv 模块。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Install it; on Debian and Ubuntu: sudo apt install python3-venv</source>
        <translation>请安装；Debian 和 Ubuntu：sudo apt install python3-venv</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A required package is not available.</source>
        <translation>所需的软件包不可用。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The package index that pip is configured to use does not have it, or could not be reached; see the log.</source>
        <translation>pip 配置的软件包索引中没有它，或无法访问该索引；请查看日志。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The package index cannot be reached, or the connection was interrupted.</source>
        <translation>无法访问软件包索引，或连接已中断。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Check the network connection and try again; completed downloads are kept.</source>
        <translation>请检查网络连接并重试；已完成的下载会保留。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Log: {}</source>
        <translation>日志：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Try again. If the problem persists, please report it and attach the log.</source>
        <translation>请重试。如果问题仍然存在，请报告并附上日志。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>{} failed: {}</source>
        <translation>{}失败：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>no output</source>
        <translation>没有输出</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/installing.py"/>
        <source>Creating the environment</source>
        <translation>正在创建环境</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/installing.py"/>
        <source>Updating pip</source>
        <translation>正在更新 pip</translation>
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
        <source>Install Python with the package manager of your system (on Debian and Ubuntu: sudo apt install python3 python3-venv), or choose a base Python.</source>
        <translation>请用系统的软件包管理器安装 Python（Debian 和 Ubuntu：sudo apt install python3 python3-venv），或选择基础 Python。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>No suitable Python was found.</source>
        <translation>未找到合适的 Python。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install Python 3.12 (64 bit) from python.org for the current user, which needs no administrator rights, or choose a base Python.</source>
        <translation>请从 python.org 为当前用户安装 Python 3.12（64 位），无需管理员权限，或选择基础 Python。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install Python 3.12 from python.org, or choose a base Python.</source>
        <translation>请从 python.org 安装 Python 3.12，或选择基础 Python。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Supported are Linux with glibc (x86-64, ARM), macOS on Apple silicon, and 64-bit Windows, the platforms of PyTorch.</source>
        <translation>支持 PyTorch 所支持的平台：带 glibc 的 Linux（x86-64、ARM）、Apple 芯片上的 macOS 以及 64 位 Windows。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Choose a CPython interpreter.</source>
        <translation>请选择 CPython 解释器。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>This platform is not supported ({}, {} bit).</source>
        <translation>不支持此平台（{}，{} 位）。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} is not a standard CPython interpreter.</source>
        <translation>{} 不是标准的 CPython 解释器。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} is not supported; supported are Python {} to {}.</source>
        <translation>不支持 {}；支持 Python {} 至 {}。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} lacks the module venv.</source>
        <translation>{} 缺少 venv 模块。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install it, then try again. On Debian and Ubuntu: sudo apt install {}</source>
        <translation>请安装后重试。Debian 和 Ubuntu：sudo apt install {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Wait until it has finished.</source>
        <translation>请等待其完成。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Check that the disk is not full and that you may write to your QGIS profile.</source>
        <translation>请检查磁盘是否已满，以及您是否可以写入 QGIS 配置文件夹。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source> (process {} on {})</source>
        <translation> （进程 {}，位于 {}）</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Another QGIS window is setting up the backend{}.</source>
        <translation>另一个 QGIS 窗口正在安装计算后端{}。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>The environment folder cannot be created: {}</source>
        <translation>无法创建环境文件夹：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Check that you may write to your QGIS profile: {}</source>
        <translation>请检查您是否可以写入 QGIS 配置文件夹：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>The folder {} is not writable.</source>
        <translation>文件夹 {} 不可写。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>Set an HTTP proxy under Settings ▸ Options ▸ Network, or install from a wheel folder.</source>
        <translation>请在 设置 ▸ 选项 ▸ 网络 中设置 HTTP 代理，或从 wheel 文件夹安装。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>proxy of the environment variables</source>
        <translation>环境变量中的代理</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>proxy {} of the QGIS settings</source>
        <translation>QGIS 设置中的代理 {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>{} custom certificates of the QGIS settings</source>
        <translation>QGIS 设置中的 {} 个自定义证书</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>pip does not support the SOCKS proxy {} of the QGIS settings.</source>
        <translation>pip 不支持 QGIS 设置中的 SOCKS 代理 {}。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>The backend was set up with another version of the plugin. If problems occur, upgrade it with “Set up the backend”.</source>
        <translation>计算后端是用另一版本的插件安装的。如果出现问题，请用“安装计算后端”升级。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>In use: the Python of the environment variable GEODIFFNET_PYTHON.</source>
        <translation>正在使用：环境变量 GEODIFFNET_PYTHON 指定的 Python。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>Set up with another version of the plugin; an upgrade is available.</source>
        <translation>由另一版本的插件安装；有可用的升级。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>The backend is set up.</source>
        <translation>计算后端已安装。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>In use: the development environment beside the source code.</source>
        <translation>正在使用：源代码旁的开发环境。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>In use: a custom Python environment, {}</source>
        <translation>正在使用：自定义 Python 环境 {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>no CPU build for this Python</source>
        <translation>此 Python 没有 CPU 版本</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>no NVIDIA driver found, so the CPU will be used</source>
        <translation>未找到 NVIDIA 驱动程序，因此将使用 CPU</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>Choose the automatic build.</source>
        <translation>请选择自动版本。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>one build for CPU and Apple GPU</source>
        <translation>CPU 和 Apple GPU 共用一个版本</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>no CUDA build for this Python</source>
        <translation>此 Python 没有 CUDA 版本</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>no NVIDIA driver found</source>
        <translation>未找到 NVIDIA 驱动程序</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>as requested</source>
        <translation>按要求选择</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>driver {} of {} is too old for CUDA {}, which requires {}</source>
        <translation>{1} 的驱动程序 {0} 对 CUDA {2} 来说过旧，需要 {3}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>{} (compute capability {}) is not supported by the CUDA {} build</source>
        <translation>{}（计算能力 {}）不受 CUDA {} 版本支持</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>There is no PyTorch build “{}” for this platform and Python version.</source>
        <translation>此平台和 Python 版本没有 PyTorch 版本“{}”。</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>{} with driver {}</source>
        <translation>{}，驱动程序 {}</translation>
    </message>
    <message>
        <location filename="../../bridge/tasks.py"/>
        <source>Please report this problem with the text in View ▸ Panels ▸ Log Messages.</source>
        <translation>请报告此问题，并附上 视图 ▸ 面板 ▸ 日志消息 中的文本。</translation>
    </message>
    <message>
        <location filename="../../bridge/tasks.py"/>
        <location filename="../../gui/setup_run.py"/>
        <source>An unexpected error occurred: {}.</source>
        <translation>发生意外错误：{}。</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>Choose another file name, or open that file as the training layer.</source>
        <translation>请选择另一个文件名，或将该文件作为训练图层打开。</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>The file {} already contains features.</source>
        <translation>文件 {} 已包含要素。</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>The training layer could not be written to {}: {}</source>
        <translation>无法将训练图层写入 {}：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/worker_exit.py"/>
        <source>signal {}</source>
        <translation>信号 {}</translation>
    </message>
    <message>
        <location filename="../../bridge/worker_exit.py"/>
        <source>exit status {}</source>
        <translation>退出状态 {}</translation>
    </message>
    <message>
        <location filename="../../bridge/worker_exit.py"/>
        <source>The operating system stopped the backend, probably because memory ran out.</source>
        <translation>操作系统终止了计算后端，可能是因为内存不足。</translation>
    </message>
    <message>
        <location filename="../../bridge/worker_exit.py"/>
        <source>The backend stopped unexpectedly ({}{}).</source>
        <translation>计算后端意外停止（{}{}）。</translation>
    </message>
    <message>
        <location filename="../../bridge/worker_exit.py"/>
        <source>Please report this problem and attach the log: {}</source>
        <translation>请报告此问题并附上日志：{}</translation>
    </message>
    <message>
        <location filename="../../bridge/worker_exit.py"/>
        <source>Close other programs, decrease the memory limit in the advanced parameters, or process a smaller part of the scene. Log: {}</source>
        <translation>请关闭其他程序，在高级参数中减小内存限制，或处理影像的较小部分。日志：{}</translation>
    </message>
    <message>
        <location filename="../../gui/class_field_box.py"/>
        <source>The field that holds the class, as a name or an integer code.</source>
        <translation>存放类别的字段（名称或整数代码）。</translation>
    </message>
    <message>
        <location filename="../../gui/class_field_box.py"/>
        <source>Choose the class field</source>
        <translation>选择类别字段</translation>
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
        <source>Press {} to draw polygons of this class.</source>
        <translation>按 {} 绘制该类别的多边形。</translation>
    </message>
    <message>
        <location filename="../../gui/class_review.py"/>
        <source>Share of the validated pixels of both classes that are mapped as the other one. Click to zoom to the polygons with errors, one after the other.</source>
        <translation>两个类别的验证像元中被分为另一类的比例。点击可依次缩放到有错误的多边形。</translation>
    </message>
    <message>
        <location filename="../../gui/class_review.py"/>
        <source>Comparing classes</source>
        <translation>正在比较类别</translation>
    </message>
    <message>
        <location filename="../../gui/class_review.py"/>
        <source>Confused classes ({})</source>
        <translation>易混淆的类别（{}）</translation>
    </message>
    <message>
        <location filename="../../gui/class_review.py"/>
        <source>Similar classes ({})</source>
        <translation>相似的类别（{}）</translation>
    </message>
    <message>
        <location filename="../../gui/class_review.py"/>
        <source>Jeffries–Matusita distance of the spectra in the training polygons, from 0 (equal) to {} (separable), until a map has been validated. Click to zoom to the most similar polygons, one after the other.</source>
        <translation>训练多边形中光谱的 Jeffries–Matusita 距离，从 0（相同）到 {}（可分），在地图验证之前使用。点击可依次缩放到最相似的多边形。</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <location filename="../../gui/history_section.py"/>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Add class</source>
        <translation>添加类别</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Remove class</source>
        <translation>删除类别</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Merge selected classes</source>
        <translation>合并所选类别</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Save polygons</source>
        <translation>保存多边形</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Remove the class {} and its {} polygons? This can be undone.</source>
        <translation>删除类别 {} 及其 {} 个多边形？此操作可以撤销。</translation>
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
        <source>Choose a training layer above, or create a new one.</source>
        <translation>请在上方选择训练图层，或新建一个。</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>class {}</source>
        <translation>类别 {}</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Select two or more classes with Ctrl+click to merge them.</source>
        <translation>用 Ctrl+单击选择两个或更多类别以合并它们。</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Add a class with +, then draw polygons.</source>
        <translation>用 + 添加类别，然后绘制多边形。</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Overlaps of different classes: {}. Their pixels are not used.</source>
        <translation>不同类别的重叠：{}。其像元不会被使用。</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Colour of {}</source>
        <translation>{} 的颜色</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>No polygons yet.</source>
        <translation>尚无多边形。</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Pol.</source>
        <translation>多边形</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Pixels</source>
        <translation>像元</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Prec.</source>
        <translation>精确率</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Number of training polygons</source>
        <translation>训练多边形的数量</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Number of pixels in training polygons</source>
        <translation>训练多边形中的像元数量</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Recall (producer&apos;s accuracy) in percent: the share of the pixels of this class that are mapped as this class, in the cross-validation. An arrow shows a change since the last update.</source>
        <translation>召回率（生产者精度，百分比）：交叉验证中该类像元被正确分为该类的比例。箭头表示自上次更新以来的变化。</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Precision (user&apos;s accuracy) in percent: the share of the pixels mapped as this class that are of this class, in the cross-validation. An arrow shows a change since the last update.</source>
        <translation>精确率（用户精度，百分比）：交叉验证中被分为该类的像元确属该类的比例。箭头表示自上次更新以来的变化。</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Area of the class in the map, in the unit of the heading</source>
        <translation>该类在地图中的面积，单位见表头</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>What is missing, or wrong: select the class to read it below the table.</source>
        <translation>缺少或有误之处：选择该类别，即可在表格下方查看。</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>{} polygons</source>
        <translation>{} 个多边形</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>{} pixels</source>
        <translation>{} 个像元</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>recall {}</source>
        <translation>召回率 {}</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>precision {}</source>
        <translation>精确率 {}</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>other classes</source>
        <translation>其他类别</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>Its polygons are outside the scene.</source>
        <translation>其多边形位于影像之外。</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>One polygon only: draw another one in a different location, so that the accuracy can be estimated.</source>
        <translation>只有一个多边形：请在其他位置再绘制一个，以便估计精度。</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>The map has no pixel of this class: draw polygons where it is missing.</source>
        <translation>地图中没有该类像元：请在缺失处绘制多边形。</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>It could not be validated: its polygons are too close to each other. Draw another one in a different part of the scene.</source>
        <translation>无法验证：其多边形彼此过近。请在影像的其他部分再绘制一个。</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>Its polygons overlap those of {} ({}): the pixels in common are not used. Correct or delete one of each pair.</source>
        <translation>其多边形与 {} 的多边形重叠（{}）：公共像元不会被使用。请修正或删除每对中的一个。</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>It is left out of the map: at least {} pixels are necessary.</source>
        <translation>地图中不含该类：至少需要 {} 个像元。</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>Few polygons, unreliable accuracy: draw at least {}, spread over the scene.</source>
        <translation>多边形较少，精度不可靠：请至少绘制 {} 个，分布于整景影像。</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>Few pixels: at least {} are recommended.</source>
        <translation>像元较少：建议至少 {} 个。</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>Low recall ({} %): pixels of this class are mapped as {}. Draw more polygons of it where it looks different.</source>
        <translation>召回率低（{} %）：该类像元被分为 {}。请在其外观不同之处绘制更多多边形。</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>Low precision ({} %): pixels of {} are mapped as this class. Draw more polygons of that class, or correct wrong ones.</source>
        <translation>精确率低（{} %）：{} 的像元被分为该类。请绘制更多那一类的多边形，或修正错误的多边形。</translation>
    </message>
    <message>
        <location filename="../../gui/composites.py"/>
        <source>The image has too few pixels with values in every band for principal components.</source>
        <translation>影像中所有波段都有值的像元太少，无法计算主成分。</translation>
    </message>
    <message>
        <location filename="../../gui/composites.py"/>
        <source>Choose another composite.</source>
        <translation>请选择另一种合成影像。</translation>
    </message>
    <message>
        <location filename="../../gui/composites.py"/>
        <source>The principal components could not be written to {}.</source>
        <translation>无法将主成分写入 {}。</translation>
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
        <source>Scene and samples</source>
        <translation>场景和样本</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <source>Spectra</source>
        <translation>光谱</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <source>No location was found that would improve the model.</source>
        <translation>没有找到能改进模型的位置。</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <source>Press “Update map” to include the new polygons.</source>
        <translation>按“更新地图”以纳入新的多边形。</translation>
    </message>
    <message>
        <location filename="../../gui/entry.py"/>
        <source>Draw training polygons and update the class map.</source>
        <translation>绘制训练多边形并更新分类图。</translation>
    </message>
    <message>
        <location filename="../../gui/entry.py"/>
        <source>Label scenes in the panel: open it in the toolbar or with Plugins ▸ GeoDiffNet.</source>
        <translation>在面板中标注场景：从工具栏或“插件 ▸ GeoDiffNet”打开面板。</translation>
    </message>
    <message>
        <location filename="../../gui/entry.py"/>
        <source>Open the panel</source>
        <translation>打开面板</translation>
    </message>
    <message>
        <location filename="../../gui/history_control.py"/>
        <location filename="../../gui/map_section.py"/>
        <source>The file of this map no longer exists.</source>
        <translation>该地图的文件已不存在。</translation>
    </message>
    <message>
        <location filename="../../gui/history_section.py"/>
        <source>Show the selected map again, also by a double click.</source>
        <translation>重新显示所选地图，也可双击。</translation>
    </message>
    <message>
        <location filename="../../gui/history_section.py"/>
        <source>Swipe</source>
        <translation>卷帘</translation>
    </message>
    <message>
        <location filename="../../gui/history_section.py"/>
        <source>Compare the selected map with the one shown, or two selected maps, along a line.</source>
        <translation>沿一条线比较所选地图与当前显示的地图，或两幅所选地图。</translation>
    </message>
    <message>
        <location filename="../../gui/history_section.py"/>
        <source>Blink</source>
        <translation>闪烁</translation>
    </message>
    <message>
        <location filename="../../gui/history_section.py"/>
        <source>Compare the selected map with the one shown, or two selected maps, in turn.</source>
        <translation>交替显示，以比较所选地图与当前显示的地图，或两幅所选地图。</translation>
    </message>
    <message>
        <location filename="../../gui/history_section.py"/>
        <source>Maps ({})</source>
        <translation>地图（{}）</translation>
    </message>
    <message>
        <location filename="../../gui/job_status.py"/>
        <source>Cancelled; nothing was changed.</source>
        <translation>已取消；未作任何更改。</translation>
    </message>
    <message>
        <location filename="../../gui/job_status.py"/>
        <source>Cancel; the map is not changed.</source>
        <translation>取消；地图不会改变。</translation>
    </message>
    <message>
        <location filename="../../gui/job_status.py"/>
        <source>Cancelling …</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>The hyperspectral image to classify.</source>
        <translation>要分类的高光谱影像。</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Choose or create a layer</source>
        <translation>选择或新建图层</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>The layer of training samples: polygons, lines or points.</source>
        <translation>训练样本图层：面、线或点。</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>New…</source>
        <translation>新建…</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Create an empty training layer for this scene.</source>
        <translation>为本景影像创建空的训练图层。</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Scene</source>
        <translation>影像</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../gui/live/layer.py"/>
        <location filename="../../gui/live/old_files.py"/>
        <source>Live map</source>
        <translation>实时地图</translation>
    </message>
    <message>
        <location filename="../../gui/live/live_map.py"/>
        <source>Live map: the last update failed.</source>
        <translation>实时地图：上次更新失败。</translation>
    </message>
    <message>
        <location filename="../../gui/live/live_map.py"/>
        <location filename="../../gui/live/status.py"/>
        <source>Live map: starting …</source>
        <translation>实时地图：正在启动 …</translation>
    </message>
    <message>
        <location filename="../../gui/live/live_map.py"/>
        <source>Live map: draw polygons of at least two classes.</source>
        <translation>实时地图：请至少绘制两个类别的多边形。</translation>
    </message>
    <message>
        <location filename="../../gui/live/live_map.py"/>
        <source>Live map: the scene is outside the map window.</source>
        <translation>实时地图：影像位于地图窗口之外。</translation>
    </message>
    <message>
        <location filename="../../gui/live/live_map.py"/>
        <source>Live map:</source>
        <translation>实时地图：</translation>
    </message>
    <message>
        <location filename="../../gui/live/section.py"/>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <location filename="../../gui/live/section.py"/>
        <source>Map the visible part of the scene after each change of the polygons.</source>
        <translation>每次修改多边形后，对影像的可见部分进行分类制图。</translation>
    </message>
    <message>
        <location filename="../../gui/live/status.py"/>
        <source>Live map: updating …</source>
        <translation>实时地图：正在更新 …</translation>
    </message>
    <message>
        <location filename="../../gui/live/status.py"/>
        <source>Live map: refining …</source>
        <translation>实时地图：正在细化 …</translation>
    </message>
    <message>
        <location filename="../../gui/live/status.py"/>
        <source>Extracting features in the background: {} %.</source>
        <translation>正在后台提取特征：{}%。</translation>
    </message>
    <message>
        <location filename="../../gui/live/status.py"/>
        <source>Live map: {}; accuracy {} %.</source>
        <translation>实时地图：{}；精度 {} %。</translation>
    </message>
    <message>
        <location filename="../../gui/live/status.py"/>
        <source>Live map: {}; accuracy unknown.</source>
        <translation>实时地图：{}；精度未知。</translation>
    </message>
    <message>
        <location filename="../../gui/live/status.py"/>
        <source>Live map: {}; estimating the accuracy …</source>
        <translation>实时地图：{}；正在估计精度 …</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <location filename="../../gui/panel_keys.py"/>
        <source>Update map</source>
        <translation>更新地图</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Train with the current polygons, saved or not, and map the scene.</source>
        <translation>用当前的多边形（无论是否已保存）训练，并对影像制图。</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Suggest</source>
        <translation>建议</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Find locations whose class would improve the model most, and label them.</source>
        <translation>找出其类别最能改进模型的位置，并进行标注。</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Show or hide the class map.</source>
        <translation>显示或隐藏分类图。</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Show or hide the confidence: more polygons help most where it is dark (low).</source>
        <translation>显示或隐藏置信度：在暗处（低）绘制更多多边形最有帮助。</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Map whole scene</source>
        <translation>整个场景</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>The classification method. Linear discriminant analysis is fitted in milliseconds.</source>
        <translation>分类方法。线性判别分析的拟合只需几毫秒。</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Searching for locations to label</source>
        <translation>正在查找要标注的位置</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Open a hyperspectral scene and choose it above.</source>
        <translation>请打开一景高光谱影像并在上方选择它。</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Choose a polygon layer, or create a new one.</source>
        <translation>请选择多边形图层，或新建一个。</translation>
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
        <location filename="../../gui/map_texts.py"/>
        <source>Its accuracy cannot be estimated yet: draw at least two polygons of each class at different locations.</source>
        <translation>其精度尚无法估计：请在不同位置为每个类别至少绘制两个多边形。</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>The map is out of date: polygons have changed since.</source>
        <translation>地图已过时：此后多边形有改动。</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>The map is up to date.</source>
        <translation>地图已是最新。</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>The map is out of date; polygons since then: {}.</source>
        <translation>地图已过时；此后的多边形：{}。</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>Earlier map: {}, {}.</source>
        <translation>较早的地图：{}，{}。</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>Cross-validated accuracy: {} %.</source>
        <translation>交叉验证精度：{} %。</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>In one location only: {}.</source>
        <translation>仅在一个位置绘制：{}。</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>Unreliable, with too few polygons of {}: draw at least {} of each.</source>
        <translation>{} 的多边形过少，结果不可靠：每类请至少绘制 {} 个。</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>{} drawn</source>
        <translation>绘制 {}</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>{} changed</source>
        <translation>修改 {}</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>{} removed</source>
        <translation>删除 {}</translation>
    </message>
    <message>
        <location filename="../../gui/messages.py"/>
        <source>Put all of its files into one folder. If you trust it, enable “Allow references to other folders and the network” in Settings ▸ Options ▸ GeoDiffNet.</source>
        <translation>请将其所有文件放在同一文件夹中。如果您信任它，请在“设置 ▸ 选项 ▸ GeoDiffNet”中启用“允许引用其他文件夹和网络”。</translation>
    </message>
    <message>
        <location filename="../../gui/messages.py"/>
        <source>Close other programs, or process a smaller part of the scene.</source>
        <translation>请关闭其他程序，或处理场景的较小部分。</translation>
    </message>
    <message>
        <location filename="../../gui/messages.py"/>
        <source>Set up…</source>
        <translation>安装…</translation>
    </message>
    <message>
        <location filename="../../gui/messages.py"/>
        <source>The layer is drawn by its classes now. Its former style “{}” is kept: right-click the layer ▸ Styles.</source>
        <translation>图层现在按类别显示。原样式“{}”仍保留：右键单击图层 ▸ 样式。</translation>
    </message>
    <message>
        <location filename="../../gui/messages.py"/>
        <source>Options…</source>
        <translation>选项…</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>New training layer</source>
        <translation>新建训练图层</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <location filename="../../gui/samples/export_dialog.py"/>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Classes, one per line, optionally with a colour. More can be added later.</source>
        <translation>类别，每行一个，可带颜色。以后可以添加更多。</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Polygons (recommended)</source>
        <translation>面（推荐）</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Lines</source>
        <translation>线</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Samples are drawn as:</source>
        <translation>样本绘制为：</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>File of the training layer:</source>
        <translation>训练图层的文件：</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Choose a file for the training layer.</source>
        <translation>请为训练图层选择文件。</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Automatic (CUDA with a recent NVIDIA driver, otherwise CPU)</source>
        <translation>自动（NVIDIA 驱动程序较新时用 CUDA，否则用 CPU）</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Remove the environment of the backend? Maps and models are kept.</source>
        <translation>删除计算后端的环境？地图和模型会保留。</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>The diagnostics report was copied to the clipboard. Read it before you send it.</source>
        <translation>诊断报告已复制到剪贴板。发送前请先阅读。</translation>
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
        <source>Run the self-test: versions, device and a short computation</source>
        <translation>运行自检：版本、设备和一次简短计算</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Install the environment again</source>
        <translation>重新安装环境</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Remove…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>CPU only (download of about 0.4 GB)</source>
        <translation>仅 CPU（下载约 0.4 GB）</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>NVIDIA GPU, CUDA (download of about 3 GB)</source>
        <translation>NVIDIA GPU，CUDA（下载约 3 GB）</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>detected automatically</source>
        <translation>自动检测</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>none (install from the internet)</source>
        <translation>无（从互联网安装）</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>none (use the environment in the QGIS profile)</source>
        <translation>无（使用 QGIS 配置文件夹中的环境）</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Verify and use</source>
        <translation>验证并使用</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Download all files to the folder, for a computer without a network connection</source>
        <translation>将所有文件下载到该文件夹，用于没有网络连接的计算机</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Base Python</source>
        <translation>基础 Python</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Custom Python environment</source>
        <translation>自定义 Python 环境</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Also read data that refer to files outside their own folder or to the network, as virtual rasters may. Enable this only if you trust all data that you open.</source>
        <translation>也读取引用其所在文件夹之外的文件或网络的数据，例如虚拟栅格。仅当您信任所打开的全部数据时才启用。</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Open the log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Copy a diagnostics report</source>
        <translation>复制诊断报告</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Copy versions, device, settings and the last log to the clipboard, for a report of a problem. Paths, addresses and the names of user and computer are removed.</source>
        <translation>将版本、设备、设置和最近的日志复制到剪贴板，用于报告问题。路径、地址以及用户名和计算机名会被移除。</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Verifying</source>
        <translation>正在验证</translation>
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
        <source>The self-test passed in {} s. Device: {}</source>
        <translation>自检在 {} 秒内通过。设备：{}</translation>
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
        <source>The installation takes some minutes and about 2 GB of disk space (9 GB with CUDA).</source>
        <translation>安装需要几分钟，占用约 2 GB 磁盘空间（使用 CUDA 时为 9 GB）。</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>The backend of GeoDiffNet runs in its own Python environment, separate from the Python of QGIS. It is installed in your QGIS profile: no administrator rights are needed, and nothing else on the computer is changed. &lt;a href=&quot;{}&quot;&gt;More information&lt;/a&gt;</source>
        <translation>GeoDiffNet 的计算后端在自己的 Python 环境中运行，与 QGIS 的 Python 分开。它安装在您的 QGIS 配置文件夹中：不需要管理员权限，也不会更改计算机上的其他内容。&lt;a href=&quot;{}&quot;&gt;更多信息&lt;/a&gt;</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Collecting diagnostics</source>
        <translation>正在收集诊断信息</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Python {}, PyTorch build {}, installed on {}</source>
        <translation>Python {}，PyTorch 版本 {}，安装于 {}</translation>
    </message>
    <message>
        <location filename="../../gui/panel_keys.py"/>
        <source>Show or hide the confidence</source>
        <translation>显示或隐藏置信度</translation>
    </message>
    <message>
        <location filename="../../gui/panel_keys.py"/>
        <source>Suggest locations</source>
        <translation>建议位置</translation>
    </message>
    <message>
        <location filename="../../gui/panel_keys.py"/>
        <source>Show or hide the map</source>
        <translation>显示或隐藏地图</translation>
    </message>
    <message>
        <location filename="../../gui/panel_keys.py"/>
        <source>Live map on or off</source>
        <translation>开启或关闭实时地图</translation>
    </message>
    <message>
        <location filename="../../gui/panel_keys.py"/>
        <source>Next class</source>
        <translation>下一个类别</translation>
    </message>
    <message>
        <location filename="../../gui/panel_keys.py"/>
        <source>Previous class</source>
        <translation>上一个类别</translation>
    </message>
    <message>
        <location filename="../../gui/preview.py"/>
        <location filename="../../gui/work_folder.py"/>
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
        <source>Click a class in the list and draw some small polygons of it in the map.</source>
        <translation>单击列表中的类别，并在地图上绘制几个该类别的小多边形。</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>Store the training layer in a folder in which you may create files.</source>
        <translation>请将训练图层保存在您可以创建文件的文件夹中。</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>Polygons of at least two classes are needed; there are {}.</source>
        <translation>至少需要两个类别的多边形；现有 {} 个。</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>The folder {} cannot be created: {}</source>
        <translation>无法创建文件夹 {}：{}</translation>
    </message>
    <message>
        <location filename="../../gui/samples/export_dialog.py"/>
        <source>Export samples with spectra</source>
        <translation>导出带光谱的样本</translation>
    </message>
    <message>
        <location filename="../../gui/samples/export_dialog.py"/>
        <source>One row per labelled pixel: class, id of the polygon, row and column (from 0 at the top left), coordinates of its centre, and one column per band with its wavelength in the name.</source>
        <translation>每个标注像元一行：类别、面要素编号、行号和列号（左上角从 0 开始）、像元中心坐标，以及每个波段一列（列名含波长）。</translation>
    </message>
    <message>
        <location filename="../../gui/samples/export_dialog.py"/>
        <source>File of the samples:</source>
        <translation>样本文件：</translation>
    </message>
    <message>
        <location filename="../../gui/samples/export_dialog.py"/>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <location filename="../../gui/samples/export_dialog.py"/>
        <source>Replace the file {}?</source>
        <translation>要替换文件 {} 吗？</translation>
    </message>
    <message>
        <location filename="../../gui/samples/import_dialog.py"/>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>Import samples</source>
        <translation>导入样本</translation>
    </message>
    <message>
        <location filename="../../gui/samples/import_dialog.py"/>
        <source>The samples are copied into the training layer in its coordinate reference system. Classes of the same name are joined; others are added.</source>
        <translation>样本将按训练图层的坐标参照系复制到其中。同名类别合并，其他类别新增。</translation>
    </message>
    <message>
        <location filename="../../gui/samples/import_dialog.py"/>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <location filename="../../gui/samples/import_dialog.py"/>
        <source>Choose a layer and its class field.</source>
        <translation>请选择图层及其类别字段。</translation>
    </message>
    <message>
        <location filename="../../gui/samples/import_dialog.py"/>
        <source>Selected features only ({})</source>
        <translation>仅选中的要素（{}）</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Exporting samples</source>
        <translation>正在导出样本</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Imported samples: {}.</source>
        <translation>已导入样本：{}。</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Exported pixels: {}. File: {}</source>
        <translation>已导出像元：{}。文件：{}</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Samples are being exported already.</source>
        <translation>已在导出样本。</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Wait until the file is complete.</source>
        <translation>请等待文件写完。</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Added classes: {}.</source>
        <translation>新增类别：{}。</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Skipped, without class or outside: {}.</source>
        <translation>已跳过（无类别或在范围外）：{}。</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Skipped, without data: {}.</source>
        <translation>已跳过（无数据）：{}。</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>Samples are exported as CSV or GeoPackage.</source>
        <translation>样本只能导出为 CSV 或 GeoPackage。</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>Enter a file name that ends in .csv or .gpkg.</source>
        <translation>请输入以 .csv 或 .gpkg 结尾的文件名。</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>Choose an existing folder.</source>
        <translation>请选择现有的文件夹。</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>Export the samples as CSV.</source>
        <translation>请将样本导出为 CSV。</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>Choose a folder in which you may create files, with free disk space.</source>
        <translation>请选择可以创建文件且磁盘空间充足的文件夹。</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>The file {} is used by a layer of the project.</source>
        <translation>文件 {} 正被工程中的图层使用。</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>A GeoPackage holds at most {} bands, but the scene has {}.</source>
        <translation>GeoPackage 最多容纳 {} 个波段，而影像有 {} 个。</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>The file {} could not be written: {}</source>
        <translation>无法写入文件 {}：{}</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>Choose another layer or field.</source>
        <translation>请选择其他图层或字段。</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>Use a training layer of polygons, or one of the same type of geometry.</source>
        <translation>请使用面类型或几何类型相同的训练图层。</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>Points and lines label pixels of a scene, but there is none.</source>
        <translation>点和线标注影像的像元，但尚未选择影像。</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>Choose a scene first.</source>
        <translation>请先选择影像。</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>Select some of them, or choose the layer itself as the training layer.</source>
        <translation>请只选中其中一部分，或直接将该图层用作训练图层。</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>The layer {} has no samples with a class.</source>
        <translation>图层 {} 没有带类别的样本。</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>The geometries of the layer {} do not suit the training layer.</source>
        <translation>图层 {} 的几何类型不适合训练图层。</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>The layer {} has more than {} samples.</source>
        <translation>图层 {} 的样本超过 {} 个。</translation>
    </message>
    <message>
        <location filename="../../gui/scene_box.py"/>
        <source>its file is missing</source>
        <translation>文件缺失</translation>
    </message>
    <message>
        <location filename="../../gui/scene_box.py"/>
        <source>not a raster file</source>
        <translation>不是栅格文件</translation>
    </message>
    <message>
        <location filename="../../gui/scene_box.py"/>
        <source>Choose a scene</source>
        <translation>选择影像</translation>
    </message>
    <message>
        <location filename="../../gui/scene_box.py"/>
        <source>{} bands, at least {} are needed</source>
        <translation>{} 个波段，至少需要 {} 个</translation>
    </message>
    <message>
        <location filename="../../gui/setup_run.py"/>
        <source>Please report this problem.</source>
        <translation>请报告此问题。</translation>
    </message>
    <message>
        <location filename="../../gui/setup_run.py"/>
        <location filename="../../gui/shortcuts.py"/>
        <source>GeoDiffNet: {}</source>
        <translation>GeoDiffNet：{}</translation>
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
        <source>Move the cursor over the scene to show spectra.</source>
        <translation>将光标移到影像上以显示光谱。</translation>
    </message>
    <message>
        <location filename="../../gui/statistics.py"/>
        <source>Reading training polygons</source>
        <translation>正在读取训练多边形</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>The model cannot decide between {} and {}.</source>
        <translation>模型无法在 {} 和 {} 之间作出判断。</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>No training sample has a similar spectrum; it may be of a class that is missing.</source>
        <translation>没有训练样本具有相似的光谱；它可能属于缺少的类别。</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Much of the scene looks like this, and no training sample does.</source>
        <translation>影像中很大一部分与此相似，但没有这样的训练样本。</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Mapped as {}, which has few training samples: is that correct?</source>
        <translation>被分为 {}，而该类训练样本很少：是否正确？</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>There is no training sample near this location yet.</source>
        <translation>此位置附近还没有训练样本。</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Return to the previous location.</source>
        <translation>返回上一个位置。</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Go to the next location (space key), if the class is unknown or the pixel is mixed; this one is not suggested again.</source>
        <translation>如果类别未知或像元为混合像元，则转到下一个位置（空格键）；此位置不会再次被建议。</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Discard the remaining suggestions.</source>
        <translation>放弃其余的建议。</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Predicted: &lt;b&gt;{}&lt;/b&gt; ({} %); second choice: {}</source>
        <translation>预测：&lt;b&gt;{}&lt;/b&gt;（{}%）；第二选择：{}</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Press the number of the class or click it in the list, or skip the location.</source>
        <translation>按类别的编号或在列表中点击它，或者跳过此位置。</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>&lt;b&gt;Which class is this?&lt;/b&gt; Location {} of {}.</source>
        <translation>&lt;b&gt;这是哪个类别？&lt;/b&gt;位置 {}，共 {} 个。</translation>
    </message>
    <message>
        <location filename="../../gui/tools/point_tool.py"/>
        <location filename="../../gui/tools/region_growing.py"/>
        <source>This location lies outside the scene.</source>
        <translation>该位置在影像之外。</translation>
    </message>
    <message>
        <location filename="../../gui/tools/point_tool.py"/>
        <source>Click a pixel of the scene.</source>
        <translation>请单击影像中的像元。</translation>
    </message>
    <message>
        <location filename="../../gui/tools/polygon_tool.py"/>
        <source>Draw a training polygon</source>
        <translation>绘制训练多边形</translation>
    </message>
    <message>
        <location filename="../../gui/tools/tool_set.py"/>
        <source>Reading the scene</source>
        <translation>正在读取影像</translation>
    </message>
    <message>
        <location filename="../../gui/tools/tool_set.py"/>
        <source>There is no class to draw.</source>
        <translation>没有可绘制的类别。</translation>
    </message>
    <message>
        <location filename="../../gui/tools/tool_set.py"/>
        <source>Add a class with + first.</source>
        <translation>请先用 + 添加类别。</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Polygon</source>
        <translation>多边形</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Click the corners, then right-click. Snapping and advanced digitizing work as in QGIS; Backspace removes the last corner, Esc all.</source>
        <translation>依次单击各顶点，然后右键单击。捕捉和高级数字化与 QGIS 相同；退格键删除最后一个顶点，Esc 删除全部。</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Scribble</source>
        <translation>涂画</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Drag to draw a line of this width in pixels. Shift: straight line; Ctrl: erase; Shift+wheel: width; right-click or Esc: cancel.</source>
        <translation>拖动绘制此宽度（像元）的线。Shift：直线；Ctrl：擦除；Shift+滚轮：宽度；右键或 Esc：取消。</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Drag to paint an area with a disc of this radius in pixels. Shift: straight line; Ctrl: erase; Shift+wheel: radius; right-click or Esc: cancel.</source>
        <translation>拖动，用此半径（像元）的圆盘涂绘区域。Shift：直线；Ctrl：擦除；Shift+滚轮：半径；右键或 Esc：取消。</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Pixel</source>
        <translation>像元</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Click a pixel to label it. Ctrl: erase there.</source>
        <translation>单击像元进行标注。Ctrl：擦除该处。</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Lasso</source>
        <translation>套索</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Drag around an area. Ctrl: erase the area; right-click or Esc: cancel.</source>
        <translation>拖动圈出区域。Ctrl：擦除该区域；右键或 Esc：取消。</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Magic wand</source>
        <translation>魔棒</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Shows the connected pixels whose spectra are similar to the one under the cursor; click to label them. Wheel: tolerance; Ctrl: erase them, and zoom with the wheel.</source>
        <translation>显示与光标处光谱相似的相连像元；单击进行标注。滚轮：容差；Ctrl：擦除，并可用滚轮缩放。</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Eraser</source>
        <translation>橡皮擦</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Drag to cut or remove what lies under a disc of this radius in pixels. Shift: only the current class; Shift+wheel: radius; right-click or Esc: cancel.</source>
        <translation>拖动，切除或删除此半径（像元）圆盘下的内容。Shift：仅当前类别；Shift+滚轮：半径；右键或 Esc：取消。</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Import samples of another layer…</source>
        <translation>导入其他图层的样本…</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Export samples with spectra…</source>
        <translation>导出带光谱的样本…</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Import and export samples</source>
        <translation>导入和导出样本</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>It needs a scene, and a training layer whose geometries suit it.</source>
        <translation>需要影像，以及几何类型适合的训练图层。</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Tolerance of the magic wand: the spectral angle in degrees.</source>
        <translation>魔棒容差：光谱角（度）。</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Size of the tool in pixels of the scene.</source>
        <translation>工具大小（影像像元）。</translation>
    </message>
    <message>
        <location filename="../../gui/tools/wand_tool.py"/>
        <source>This pixel has no data.</source>
        <translation>该像元没有数据。</translation>
    </message>
    <message>
        <location filename="../../gui/tools/wand_tool.py"/>
        <source>Click a pixel of the scene with data.</source>
        <translation>请单击影像中有数据的像元。</translation>
    </message>
    <message>
        <location filename="../../gui/tools/window_reader.py"/>
        <source>Reading spectra</source>
        <translation>正在读取光谱</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Add it to the list of classes first.</source>
        <translation>请先将其加入类别列表。</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Check that its file allows adding, changing and deleting features.</source>
        <translation>请检查其文件是否允许添加、修改和删除要素。</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Merge {} into {}</source>
        <translation>将 {} 合并到 {}</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Check that you may write to its file, or create another training layer.</source>
        <translation>请检查是否可以写入其文件，或创建另一个训练图层。</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Check that you may write to the file and that there is free disk space.</source>
        <translation>请检查是否可以写入该文件，以及磁盘是否有可用空间。</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>The training layer has no class {}.</source>
        <translation>训练图层没有类别 {}。</translation>
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
        <source>Change colour of class {}</source>
        <translation>更改类别 {} 的颜色</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Rename class {} to {}</source>
        <translation>将类别 {} 重命名为 {}</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>The layer {} rejected the change; nothing was changed.</source>
        <translation>图层 {} 拒绝了修改；未做任何更改。</translation>
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
        <source>Red, green and blue bands: natural colours.</source>
        <translation>红、绿、蓝波段：自然色。</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Infrared</source>
        <translation>红外</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Near infrared, red and green bands (CIR): healthy vegetation is bright red.</source>
        <translation>近红外、红、绿波段 (CIR)：健康植被呈亮红色。</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>SWIR</source>
        <translation>SWIR</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Short-wave and near infrared and red bands: soil, moisture, burns, minerals.</source>
        <translation>短波红外、近红外和红波段：土壤、湿度、火烧迹地、矿物。</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>The first three principal components of all bands.</source>
        <translation>所有波段的前三个主成分。</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>The scene has no bands at the wavelengths of this composite.</source>
        <translation>该影像在此合成方式的波长处没有波段。</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Principal components of {}</source>
        <translation>{} 的主成分</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Reading {}</source>
        <translation>正在读取 {}</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Computing principal components of {}</source>
        <translation>正在计算 {} 的主成分</translation>
    </message>
    <message>
        <location filename="../../gui/warnings_section.py"/>
        <source>Warnings ({})</source>
        <translation>警告（{}）</translation>
    </message>
</context>
</TS>
