<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>GeoDiffNet</name>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <source>Apply a model</source>
        <translation>Aplicar un modelo</translation>
    </message>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <location filename="../../algorithms/batch.py"/>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Classification</source>
        <translation>Clasificación</translation>
    </message>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <source>hyperspectral,imaging spectroscopy,land cover,predict,classify,inference,transfer,time series,deep learning,diffusion</source>
        <translation>hiperespectral,espectroscopía de imágenes,cobertura del suelo,predecir,clasificar,inferencia,transferencia,serie temporal,aprendizaje profundo,difusión</translation>
    </message>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <source>Maps a hyperspectral image with a model that was trained before.</source>
        <translation>Cartografía una imagen hiperespectral con un modelo entrenado antes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <source>&lt;p&gt;Maps a hyperspectral image with a model that was trained before, on this scene or on another one of the same sensor; no examples are needed.&lt;/p&gt;&lt;p&gt;Bands are matched by wavelength. Both scenes should hold reflectance in the same unit: a model does not know of a difference in light or atmosphere between them, so look at the confidence, and assess the map before you rely on it.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Cartografía una imagen hiperespectral con un modelo entrenado antes, en esta escena o en otra del mismo sensor; no se necesitan ejemplos.&lt;/p&gt;&lt;p&gt;Las bandas se emparejan por longitud de onda. Ambas escenas deben contener reflectancia en la misma unidad: un modelo no sabe de diferencias de luz o de atmósfera entre ellas; por eso, mire la confianza y evalúe el mapa antes de fiarse de él.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>The file that “Train a model” or “Classify HSI with GeoDiffNet-F” has written. The method, the classes and their colours are in it.</source>
        <translation>El archivo que ha escrito «Entrenar un modelo» o «Clasificar HSI con GeoDiffNet-F». Contiene el método, las clases y sus colores.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>Only for a model whose diffusion network is neither the bundled one nor in the cache of this computer: adm-imagenet64 or the path of its checkpoint, a folder in the format of diffusers, or a model of the Hugging Face hub as owner/name@commit. Left empty, nothing is downloaded, whatever the model names.</source>
        <translation>Solo para un modelo cuya red de difusión no es la incluida ni está en la caché de este equipo: adm-imagenet64 o la ruta de su checkpoint, una carpeta en el formato de diffusers, o un modelo de Hugging Face Hub como owner/name@commit. Si se deja vacío, no se descarga nada, sea lo que sea lo que nombre el modelo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Backbone</source>
        <translation>Red base</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>Choose a .safetensors file that this plugin has written.</source>
        <translation>Elija un archivo .safetensors escrito por este complemento.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>GeoDiffNet models (*.safetensors)</source>
        <translation>Modelos de GeoDiffNet (*.safetensors)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>The model cannot be opened: {}</source>
        <translation>No se puede abrir el modelo: {}</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Assess a class map</source>
        <translation>Evaluar un mapa de clases</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/compare.py"/>
        <source>Accuracy</source>
        <translation>Exactitud</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>accuracy,validation,confusion matrix,error matrix,area estimation,reference,ground truth,kappa,F1,stratified sample</source>
        <translation>exactitud,precisión,validación,matriz de confusión,matriz de error,estimación de áreas,referencia,verdad terreno,kappa,F1,muestra estratificada</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Tells how far a class map can be trusted, and how large its classes are.</source>
        <translation>Indica hasta qué punto se puede confiar en un mapa de clases y qué superficie tienen sus clases.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>&lt;p&gt;Holds a class map, from this plugin or any other, against reference data: overall accuracy, each class&apos;s, what is confused with what, and, where the reference is a random sample, the area of each class with its confidence interval.&lt;/p&gt;&lt;p&gt;Reference data must not have been used for training; name the training examples, and what lies in them is reported apart.&lt;/p&gt;&lt;p&gt;Without reference data yet, let a sample of points be drawn: fill in the class of each by looking at the place, not at the map, and give them as reference.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Compara un mapa de clases, de este complemento o de cualquier otro origen, con datos de referencia: exactitud global, la de cada clase, qué se confunde con qué y, si la referencia es una muestra aleatoria, la superficie de cada clase con su intervalo de confianza.&lt;/p&gt;&lt;p&gt;Los datos de referencia no deben haberse usado para entrenar; indique los ejemplos de entrenamiento, y lo que quede dentro de ellos se informa aparte.&lt;/p&gt;&lt;p&gt;Si aún no hay datos de referencia, haga extraer una muestra de puntos: rellene la clase de cada uno mirando el lugar, no el mapa, y entréguelos como referencia.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The map to assess: a raster file whose first band holds codes of classes.</source>
        <translation>El mapa que se evalúa: un archivo ráster cuya primera banda contiene códigos de clases.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Points, polygons or lines whose class is known. Selection, filters, joins and temporary layers count as you see them.</source>
        <translation>Puntos, polígonos o líneas cuya clase se conoce. La selección, los filtros, las uniones y las capas temporales cuentan tal como se ven.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The field of the reference shapes that holds the class: its name as in the map, or its code. Shapes without a value are left out.</source>
        <translation>El campo de los objetos de referencia que contiene la clase: su nombre como en el mapa, o su código. Los objetos sin valor se omiten.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>How classes of the reference are found in the map. auto: by the names that the layers show, and by code only where neither has names or the codes prove themselves; codes: choose it where you know that the same code means the same class in both.</source>
        <translation>Cómo se encuentran en el mapa las clases de la referencia. auto: por los nombres que muestran las capas, y por el código solo si ninguna tiene nombres o si los códigos son inequívocos; codes: se elige cuando se sabe que el mismo código significa la misma clase en ambos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>A raster of codes to hold the map against, instead of shapes. It must lie on the grid of the map; 0 and no data are left out.</source>
        <translation>Un ráster de códigos con el que comparar el mapa, en lugar de objetos vectoriales. Debe estar en la cuadrícula del mapa; 0 y sin datos se omiten.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The examples that the map was trained with: reference inside them would flatter the map and is reported apart.</source>
        <translation>Los ejemplos con los que se entrenó el mapa: una referencia dentro de ellos favorecería al mapa y se informa aparte.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>random: points drawn all over the map; stratified: drawn class by class; purposive: where somebody chose, from which nothing follows for the rest of the map; census: everywhere. auto takes points for stratified and other shapes for purposive.</source>
        <translation>random: puntos extraídos por todo el mapa; stratified: extraídos clase por clase; purposive: donde alguien eligió, de lo que nada se deduce para el resto del mapa; census: en todas partes. auto toma los puntos por stratified y los demás objetos por purposive.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The raster in whose classes the sample was drawn, or is to be drawn, where that is not the map itself, such as an older map.</source>
        <translation>El ráster en cuyas clases se extrajo la muestra, o se va a extraer, si no es el propio mapa, por ejemplo un mapa anterior.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>How many points to draw where a sample is asked for; otherwise of no effect.</source>
        <translation>Cuántos puntos extraer cuando se pide una muestra; si no, no tiene efecto.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>olofsson: 50 to 100 points for rare classes, by area for the others; proportional: by area alone; equal: as many for each class.</source>
        <translation>olofsson: de 50 a 100 puntos para las clases raras, según la superficie para las demás; proportional: solo según la superficie; equal: los mismos para cada clase.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Where chance starts from: same seed, same sample and same intervals.</source>
        <translation>De dónde parte el azar: misma semilla, misma muestra y mismos intervalos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>A web page with all accuracies, their intervals, the confusion between classes and the areas; its numbers go beside it as JSON. It needs reference data.</source>
        <translation>Una página web con todas las exactitudes, sus intervalos, la confusión entre clases y las superficies; sus cifras se guardan al lado como JSON. Necesita datos de referencia.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>A GeoPackage of points drawn at random from each class of the map, with an empty field for the class you find there.</source>
        <translation>Un GeoPackage de puntos extraídos al azar de cada clase del mapa, con un campo vacío para la clase que se encuentre allí.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Choose the layer of examples that the map was trained with.</source>
        <translation>Elija la capa de ejemplos con la que se entrenó el mapa.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Class map</source>
        <translation>Mapa de clases</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Reference shapes</source>
        <translation>Objetos de referencia</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Match classes by</source>
        <translation>Emparejar las clases por</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Reference map</source>
        <translation>Mapa de referencia</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Training examples</source>
        <translation>Ejemplos de entrenamiento</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>How the reference was chosen</source>
        <translation>Cómo se eligió la referencia</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Strata</source>
        <translation>Estratos</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Points of the sample to draw</source>
        <translation>Puntos de la muestra por extraer</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>How the points are shared</source>
        <translation>Cómo se reparten los puntos</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/parameters/training.py"/>
        <location filename="../../algorithms/parameters/report.py"/>
        <location filename="../../gui/map_section.py"/>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Sample of points</source>
        <translation>Muestra de puntos</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Overall accuracy</source>
        <translation>Exactitud global</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Average accuracy of the classes</source>
        <translation>Exactitud media de las clases</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Pixels compared</source>
        <translation>Píxeles comparados</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Both reference shapes and a reference map were given.</source>
        <translation>Se han dado tanto objetos de referencia como un mapa de referencia.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Leave one of them empty.</source>
        <translation>Deje uno de los dos vacío.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/base.py"/>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <location filename="../../gui/cube.py"/>
        <source>Check that the file exists and opens in QGIS as a raster layer.</source>
        <translation>Compruebe que el archivo existe y que se abre en QGIS como capa ráster.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Without reference data there is no report.</source>
        <translation>Sin datos de referencia no hay informe.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/parameters/training.py"/>
        <location filename="../../algorithms/parameters/report.py"/>
        <source>HTML files (*.html)</source>
        <translation>Archivos HTML (*.html)</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Neither reference data nor a sample to draw was asked for.</source>
        <translation>No se han pedido ni datos de referencia ni una muestra por extraer.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Give a reference, or a file for the sample of points to be interpreted.</source>
        <translation>Indique una referencia, o un archivo para la muestra de puntos que se va a interpretar.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>{} have no field at all.</source>
        <translation>{}: no hay ningún campo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>{}: the file cannot be opened: {}</source>
        <translation>{}: no se puede abrir el archivo: {}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>The pretrained diffusion model whose features describe the surroundings. “bundled” is small, comes with the plugin and needs no network. “adm-imagenet64” is the paper&apos;s: 1.2 GB that are downloaded at first use, or the path of its checkpoint. Otherwise the path of a folder in the format of diffusers, or a model of the Hugging Face hub as owner/name@commit.</source>
        <translation>El modelo de difusión preentrenado cuyas características describen el entorno. «bundled» es pequeño, viene con el complemento y no necesita red. «adm-imagenet64» es el del artículo: 1,2 GB que se descargan en el primer uso, o la ruta de su checkpoint. Si no, la ruta de una carpeta en el formato de diffusers, o un modelo de Hugging Face Hub como owner/name@commit.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Sizes at which the network looks at the scene: 1 is full resolution, 2 half of it, and so on; 2, 4 by default.</source>
        <translation>Tamaños con los que la red mira la escena: 1 es la resolución completa, 2 la mitad, etc.; por omisión 2, 4.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>How many numbers are kept of the network&apos;s activations at each scale: their principal components, the most telling first. The denoised picture is kept whole. Left empty where that is allowed, 4, or 32 where other blocks are chosen.</source>
        <translation>Cuántos números se conservan de las activaciones de la red en cada escala: sus componentes principales, primero las más significativas. La imagen sin ruido se conserva entera. Si está vacío donde se permite, 4, o 32 si se eligen otros bloques.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Decoder blocks</source>
        <translation>Bloques del decodificador</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Numbers of the network&apos;s decoder blocks to read, such as 5, 8, 11. Low numbers see wide and coarse, high ones near and fine; the number after the last block is the picture of the scene that the network has denoised. By default 2 and that picture, 12, of the bundled one. “Find the best features” tells which suit a scene.</source>
        <translation>Números de los bloques del decodificador de la red que se leen, por ejemplo 5, 8, 11. Los números bajos ven amplio y grueso; los altos, cercano y fino; el número que sigue al último bloque es la imagen de la escena a la que la red ha quitado el ruido. Por omisión, 2 y esa imagen, 12, de la red incluida. «Encontrar las mejores características» indica cuáles convienen a una escena.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Timesteps</source>
        <translation>Pasos de tiempo</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>How noisy the network is to take the scene: 0 is clean, 999 nothing but noise; 300 by default. Several may be read, such as 100, 300.</source>
        <translation>Cuánto ruido debe suponer la red en la escena: 0 es limpia, 999 nada más que ruido; por omisión 300. Pueden leerse varios, por ejemplo 100, 300.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Composites</source>
        <translation>Composiciones de color</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>The pictures of three colours that the network looks at, out of rgb, cir, swir, pca1 (principal components 1 to 3) and pca2 (4 to 6); pca1, pca2 by default. Each takes its time.</source>
        <translation>Las imágenes de tres colores que mira la red, entre rgb, cir, swir, pca1 (componentes principales 1 a 3) y pca2 (4 a 6); por omisión pca1, pca2. Cada una lleva su tiempo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Scales</source>
        <translation>Escalas</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Components of each scale</source>
        <translation>Componentes de cada escala</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Cancelled; nothing was written.</source>
        <translation>Cancelado; no se ha escrito nada.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Also read data that refer to files outside their own folder or to the network, as virtual rasters may. Only for data that you trust; the options of the plugin hold what is chosen at first.</source>
        <translation>Leer también datos que remiten a archivos fuera de su propia carpeta o a la red, como pueden hacerlo los rásteres virtuales. Solo para datos de confianza; lo elegido al principio está en las opciones del complemento.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Allow data to refer to other folders and the network</source>
        <translation>Permitir que los datos remitan a otras carpetas y a la red</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Choose another name for it.</source>
        <translation>Elija otro nombre.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Create it or choose another folder.</source>
        <translation>Créela o elija otra carpeta.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <location filename="../../bridge/training_layer.py"/>
        <source>Choose a folder in which you may create files.</source>
        <translation>Elija una carpeta en la que se puedan crear archivos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <location filename="../../gui/cube.py"/>
        <source>The image cannot be opened: {}</source>
        <translation>No se puede abrir la imagen: {}</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>{}: the file {} is an input or another output as well.</source>
        <translation>{}: el archivo {} es también una entrada u otra salida.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>{}: the folder {} does not exist.</source>
        <translation>{}: la carpeta {} no existe.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>{}: no file can be written in the folder {}.</source>
        <translation>{}: no se puede escribir ningún archivo en la carpeta {}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Apply a model to many scenes</source>
        <translation>Aplicar un modelo a muchas escenas</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>hyperspectral,batch,campaign,time series,mosaic,flight lines,parallel,cluster,Dask,predict,classify,land cover</source>
        <translation>hiperespectral,lote,campaña,serie temporal,mosaico,líneas de vuelo,paralelo,clúster,Dask,predecir,clasificar,cobertura del suelo</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Maps many hyperspectral images with one model, several at a time.</source>
        <translation>Cartografía muchas imágenes hiperespectrales con un modelo, varias a la vez.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>&lt;p&gt;Maps many scenes of one sensor with a model that was trained before, several at a time, on all of this computer or on a cluster. Sizes, coordinate systems and no-data values may differ; bands are matched by wavelength.&lt;/p&gt;&lt;p&gt;A scene that cannot be mapped stops none of the others; the summary gives its reason. Run it again with the same folder, and what is complete is left out: after a cancel, a crash, or with new scenes.&lt;/p&gt;&lt;p&gt;The summary, a web page and a table, holds each scene&apos;s class areas, mean confidence and the share of it that looks like nothing the model has learnt from. Assess some of the maps before you rely on all of them.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Cartografía muchas escenas de un sensor con un modelo entrenado antes, varias a la vez, en todo este equipo o en un clúster. Los tamaños, los sistemas de coordenadas y los valores sin datos pueden diferir; las bandas se emparejan por longitud de onda.&lt;/p&gt;&lt;p&gt;Una escena que no se puede cartografiar no detiene a las demás; el resumen da la razón. Ejecútelo de nuevo con la misma carpeta y lo que está completo se omite: tras una cancelación, un fallo o con escenas nuevas.&lt;/p&gt;&lt;p&gt;El resumen, una página web y una tabla, contiene las superficies de las clases de cada escena, la confianza media y la parte que no se parece a nada de lo que el modelo ha aprendido. Evalúe algunos de los mapas antes de fiarse de todos.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Cancelled; scenes that were complete stay, and are left out next time.</source>
        <translation>Cancelado; las escenas completas se conservan y se omitirán la próxima vez.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>The hyperspectral images: layers of the project, or files.</source>
        <translation>Las imágenes hiperespectrales: capas del proyecto, o archivos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>All rasters in this folder are scenes, and so are the products in its subfolders. Maps that an earlier run has left in it are not.</source>
        <translation>Todos los rásteres de esta carpeta son escenas, y también los productos de sus subcarpetas. Los mapas que dejó en ella una ejecución anterior no lo son.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Such as *.tif or flight*/*_refl.bsq; ** stands for folders of any depth. Left empty, all are taken.</source>
        <translation>Por ejemplo *.tif o flight*/*_refl.bsq; ** equivale a carpetas de cualquier profundidad. Si está vacío, se toman todos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>{name} is the scene&apos;s name, {folder} that of the folder it lies in, {kind} what the raster shows: map, confidence, probabilities, applicability. A / makes folders.</source>
        <translation>{name} es el nombre de la escena, {folder} el de la carpeta en la que está, {kind} lo que muestra el ráster: map, confidence, probabilities, applicability. Una / crea carpetas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>How many processes map scenes side by side on this computer. Left empty, as many as its cores, graphics cards and free memory allow.</source>
        <translation>Cuántos procesos cartografían escenas en paralelo en este equipo. Si está vacío, tantos como permitan sus núcleos, tarjetas gráficas y memoria libre.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>The address of a running scheduler, such as tls://host:8786, whose workers are to do the work instead of this computer. They need the backend and the same file system.</source>
        <translation>La dirección de un planificador en marcha, por ejemplo tls://host:8786, cuyos workers harán el trabajo en lugar de este equipo. Necesitan el motor de cálculo y el mismo sistema de archivos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Maps, summary.html and summary.csv are written into it.</source>
        <translation>En ella se escriben los mapas, summary.html y summary.csv.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Scenes</source>
        <translation>Escenas</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Folder of scenes</source>
        <translation>Carpeta de escenas</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Only files in the folder that match</source>
        <translation>Solo los archivos de la carpeta que coincidan con</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Also write confidence</source>
        <translation>Escribir también la confianza</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>For each scene, the probability of the chosen class in percent.</source>
        <translation>Para cada escena, la probabilidad de la clase elegida, en porcentaje.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Also write the probabilities of the classes</source>
        <translation>Escribir también las probabilidades de las clases</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>For each scene, one band a class. They take a lot of space.</source>
        <translation>Para cada escena, una banda por clase. Ocupan mucho espacio.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Also write the area of applicability</source>
        <translation>Escribir también el área de aplicabilidad</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>For each scene, how unlike all training pixels every pixel is.</source>
        <translation>Para cada escena, cuánto difiere cada píxel de todos los píxeles de entrenamiento.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Map again what is complete</source>
        <translation>Volver a cartografiar lo que está completo</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Without this, a scene is left out when its map is there and was made of the same file with the same model and settings.</source>
        <translation>Sin esto, una escena se omite si su mapa existe y se hizo del mismo archivo con el mismo modelo y los mismos ajustes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Load all maps into the project</source>
        <translation>Cargar todos los mapas en el proyecto</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Shows each finished map as a layer; better not for hundreds of scenes.</source>
        <translation>Muestra cada mapa terminado como capa; mejor no para cientos de escenas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Names of the rasters</source>
        <translation>Nombres de los rásteres</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Scenes at a time</source>
        <translation>Escenas a la vez</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Dask scheduler</source>
        <translation>Planificador Dask</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Certificate of the authority</source>
        <translation>Certificado de la autoridad</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Own certificate for the cluster</source>
        <translation>Certificado propio para el clúster</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Key of the own certificate</source>
        <translation>Clave del certificado propio</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>A file in PEM format, for a scheduler whose address begins with tls://.</source>
        <translation>Un archivo en formato PEM, para un planificador cuya dirección empiece por tls://.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Folder for the maps</source>
        <translation>Carpeta para los mapas</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Table of all scenes</source>
        <translation>Tabla de todas las escenas</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Class maps</source>
        <translation>Mapas de clases</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Scenes mapped</source>
        <translation>Escenas cartografiadas</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Scenes that were complete</source>
        <translation>Escenas que estaban completas</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Scenes that failed</source>
        <translation>Escenas fallidas</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>There are no scenes.</source>
        <translation>No hay escenas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Choose some layers or files, or a folder.</source>
        <translation>Elija algunas capas o archivos, o una carpeta.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Choose another one.</source>
        <translation>Elija otra.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Not one of the scenes could be mapped.</source>
        <translation>No se pudo cartografiar ninguna de las escenas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>There is no folder {}.</source>
        <translation>No existe la carpeta {}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Their reasons are in the log above and in {}.</source>
        <translation>Las razones están en el registro de arriba y en {}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>Classify HSI with GeoDiffNet-F</source>
        <translation>Clasificar HSI con GeoDiffNet-F</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>hyperspectral,imaging spectroscopy,land cover,supervised,machine learning,deep learning,diffusion,linear discriminant analysis,random forest,support vector machine,training</source>
        <translation>hiperespectral,espectroscopía de imágenes,cobertura del suelo,supervisada,aprendizaje automático,aprendizaje profundo,difusión,análisis discriminante lineal,bosque aleatorio,máquina de vectores de soporte,entrenamiento</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>Turns a hyperspectral image and drawn examples into a class map.</source>
        <translation>Convierte una imagen hiperespectral y ejemplos dibujados en un mapa de clases.</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>&lt;p&gt;Turns a hyperspectral image and the examples that you have drawn on it into a georeferenced map of classes.&lt;/p&gt;&lt;p&gt;GeoDiffNet-F combines the spectrum of each pixel with spatial features, computed by a diffusion model that was pretrained on natural images. The map comes with your class names and, where the layer of examples is styled by category, with your colours.&lt;/p&gt;&lt;p&gt;A few polygons a class are enough to begin with: classify, look where the map is wrong or unsure, draw there, classify again. The accuracies come from cross-validation in which no polygon is used for training and testing at once.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Convierte una imagen hiperespectral y los ejemplos dibujados sobre ella en un mapa de clases georreferenciado.&lt;/p&gt;&lt;p&gt;GeoDiffNet-F combina el espectro de cada píxel con características espaciales, calculadas por un modelo de difusión preentrenado con imágenes naturales. El mapa lleva los nombres de las clases dadas y, si la capa de ejemplos tiene un estilo categorizado, sus colores.&lt;/p&gt;&lt;p&gt;Unos pocos polígonos por clase bastan para empezar: clasifique, mire dónde el mapa es erróneo o inseguro, dibuje allí y clasifique de nuevo. Las exactitudes proceden de una validación cruzada en la que ningún polígono sirve a la vez para entrenar y para probar.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>The trained model, to apply it to other scenes of the same sensor.</source>
        <translation>El modelo entrenado, para aplicarlo a otras escenas del mismo sensor.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Compare methods</source>
        <translation>Comparar métodos</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>hyperspectral,machine learning,benchmark,linear discriminant analysis,random forest,support vector machine,deep learning,diffusion,cross-validation,accuracy,model selection</source>
        <translation>hiperespectral,aprendizaje automático,comparación,análisis discriminante lineal,bosque aleatorio,máquina de vectores de soporte,aprendizaje profundo,difusión,validación cruzada,exactitud,selección de modelos</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Tries every method on your examples and tells which one to take.</source>
        <translation>Prueba todos los métodos con los ejemplos dados e indica cuál tomar.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>&lt;p&gt;Tries every method on an image and the examples that you have drawn on it, and tells which one to take: accuracies with their intervals, class by class, and the maps next to each other.&lt;/p&gt;&lt;p&gt;All methods learn from and are tested on the same parts of the examples; no polygon is used for training and testing at once. Where the examples cannot tell two methods apart, the simpler one is taken.&lt;/p&gt;&lt;p&gt;Nothing is kept but the report: classify with the method it names.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Prueba todos los métodos con una imagen y los ejemplos dibujados sobre ella, e indica cuál tomar: exactitudes con sus intervalos, clase por clase, y los mapas uno junto al otro.&lt;/p&gt;&lt;p&gt;Todos los métodos aprenden de las mismas partes de los ejemplos y se prueban con las mismas; ningún polígono sirve a la vez para entrenar y para probar. Cuando los ejemplos no pueden distinguir dos métodos, se toma el más sencillo.&lt;/p&gt;&lt;p&gt;No se conserva nada más que el informe: clasifique con el método que nombra.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Which methods to compare. geodiffnet-f combines the spectrum with spatial features from a diffusion model; geodiffnet uses these features only; geospecnet (neural network), lda (linear discriminant), rf (random forest) and svm (support vector machine) use the spectrum only.</source>
        <translation>Qué métodos comparar. geodiffnet-f combina el espectro con características espaciales de un modelo de difusión; geodiffnet usa solo estas características; geospecnet (red neuronal), lda (análisis discriminante lineal), rf (bosque aleatorio) y svm (máquina de vectores de soporte) usan solo el espectro.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <location filename="../../algorithms/tune.py"/>
        <source>Where chance starts from. The same inputs with the same seed give the same figures; another seed shows how much of a difference is luck.</source>
        <translation>De dónde parte el azar. Las mismas entradas con la misma semilla dan las mismas cifras; otra semilla muestra cuánto de una diferencia es suerte.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>A web page with all figures, each class&apos;s accuracy and the maps next to each other; the numbers go beside it as JSON.</source>
        <translation>Una página web con todas las cifras, la exactitud de cada clase y los mapas uno junto al otro; las cifras se guardan al lado como JSON.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Methods</source>
        <translation>Métodos</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>The method to take</source>
        <translation>Método que conviene tomar</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Compute diffusion features</source>
        <translation>Calcular características de difusión</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <location filename="../../algorithms/tune.py"/>
        <source>Diffusion features</source>
        <translation>Características de difusión</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>hyperspectral,embedding,texture,context,deep features,diffusion,UNet,activations,dimensionality reduction</source>
        <translation>hiperespectral,incrustación,textura,contexto,características profundas,difusión,UNet,activaciones,reducción de dimensión</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Writes what a diffusion network sees around each pixel of an image.</source>
        <translation>Escribe lo que una red de difusión ve alrededor de cada píxel de una imagen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>&lt;p&gt;Writes what a diffusion model pretrained on natural images sees around each pixel of a hyperspectral image: a raster with one named band for each feature, on the grid of the image. Use them in other programs, for segmentation, clustering or a model of your own.&lt;/p&gt;&lt;p&gt;To classify, this is not needed: &lt;i&gt;Classify HSI with GeoDiffNet-F&lt;/i&gt; computes the same features itself, and both keep them for the next run.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Escribe lo que un modelo de difusión preentrenado con imágenes naturales ve alrededor de cada píxel de una imagen hiperespectral: un ráster con una banda con nombre por característica, en la cuadrícula de la imagen. Úselo en otros programas, para segmentación, agrupamiento o un modelo propio.&lt;/p&gt;&lt;p&gt;Para clasificar no hace falta: &lt;i&gt;Clasificar HSI con GeoDiffNet-F&lt;/i&gt; calcula por sí mismo las mismas características, y ambos las conservan para la próxima ejecución.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>A GeoTIFF with one band a feature. The first bands, of each scale, are the most telling; the last ones are plain averages of the colours around the pixel. −9999 is where the image has no data.</source>
        <translation>Un GeoTIFF con una banda por característica. Las primeras bandas de cada escala son las más significativas; las últimas son simples medias de los colores alrededor del píxel. −9999 donde la imagen no tiene datos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Features</source>
        <translation>Características</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Number of features</source>
        <translation>Número de características</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Polygons, points or lines drawn on places whose class is known, in any coordinate system: at least two classes with three pixels each, better five to ten small polygons a class, spread over the scene. Selection, filters, joins and temporary layers count as you see them.</source>
        <translation>Polígonos, puntos o líneas dibujados en lugares cuya clase se conoce, en cualquier sistema de coordenadas: al menos dos clases con tres píxeles cada una, mejor de cinco a diez polígonos pequeños por clase, repartidos por la escena. La selección, los filtros, las uniones y las capas temporales cuentan tal como se ven.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>The field that says which class an example shows: a name or a whole number. Examples without a value are left out.</source>
        <translation>El campo que dice qué clase muestra un ejemplo: un nombre o un número entero. Los ejemplos sin valor se omiten.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>A raster whose first band holds a whole number for each class where the class is known, and 0 or no data elsewhere. Pixels of one class that touch count as one example. Names and colours come from its style or its file.</source>
        <translation>Un ráster cuya primera banda contiene un número entero para cada clase donde la clase se conoce, y 0 o sin datos en el resto. Los píxeles de una clase que se tocan cuentan como un ejemplo. Los nombres y colores vienen de su estilo o de su archivo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <location filename="../../algorithms/suggest.py"/>
        <source>Labelled examples</source>
        <translation>Ejemplos etiquetados</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Raster of labels, instead of drawn examples</source>
        <translation>Ráster de etiquetas, en lugar de ejemplos dibujados</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Both drawn examples and a raster of labels were given.</source>
        <translation>Se han dado tanto ejemplos dibujados como un ráster de etiquetas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>There are no labels to learn from.</source>
        <translation>No hay etiquetas de las que aprender.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Choose a layer of labelled examples, or a raster of labels.</source>
        <translation>Elija una capa de ejemplos etiquetados, o un ráster de etiquetas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>The raster of labels cannot be opened: {}</source>
        <translation>No se puede abrir el ráster de etiquetas: {}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>centre: those whose centre it holds; touched: all that it touches; coverage: those of which it covers the share below. One too small for any labels the pixel it lies in.</source>
        <translation>centre: los píxeles cuyo centro contiene; touched: todos los que toca; coverage: aquellos de los que cubre la parte indicada abajo. Un polígono demasiado pequeño para cualquiera etiqueta el píxel en el que está.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>geodiffnet-f combines the spectrum with spatial features from a diffusion model and suits most scenes; geodiffnet uses these features only; geospecnet (neural network), lda (linear discriminant), rf (random forest) and svm (support vector machine) use the spectrum only. lda is fitted in milliseconds. auto blends all methods by weights from cross-validation and takes longest.</source>
        <translation>geodiffnet-f combina el espectro con características espaciales de un modelo de difusión y es adecuado para la mayoría de las escenas; geodiffnet usa solo estas características; geospecnet (red neuronal), lda (análisis discriminante lineal), rf (bosque aleatorio) y svm (máquina de vectores de soporte) usan solo el espectro. lda se ajusta en milisegundos. auto combina todos los métodos con pesos obtenidos por validación cruzada y es el que más tarda.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>For the method lda only: fit it to the spectrum and the diffusion features. They are computed once for a scene and kept, as for geodiffnet-f; without them lda needs no diffusion model.</source>
        <translation>Solo para el método lda: ajustarlo al espectro y a las características de difusión. Estas se calculan una vez por escena y se conservan, como con geodiffnet-f; sin ellas, lda no necesita ningún modelo de difusión.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>paper reads one composite and one decoder block and trains plain networks, as was published, for comparison; default does better.</source>
        <translation>paper lee una composición y un bloque del decodificador y entrena redes simples, como se publicó, para comparar; default da mejores resultados.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Where chance starts from. The same inputs with the same seed give the same map; another seed shows how much of it is luck.</source>
        <translation>De dónde parte el azar. Las mismas entradas con la misma semilla dan el mismo mapa; otra semilla muestra cuánto de él es suerte.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>A web page with the accuracies, the confusion matrix, the weights of the base classifiers, the input data and the settings.</source>
        <translation>Una página web con las exactitudes, la matriz de confusión, los pesos de los clasificadores base, los datos de entrada y los ajustes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Pixels that a polygon labels</source>
        <translation>Píxeles que etiqueta un polígono</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Smallest share that a polygon must cover</source>
        <translation>Parte mínima que debe cubrir un polígono</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>For the rule coverage: from above 0 to 1, a pixel covered as a whole.</source>
        <translation>Para la regla coverage: desde más de 0 hasta 1, un píxel cubierto por completo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Radius of points (pixels)</source>
        <translation>Radio de los puntos (píxeles)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>A point labels the pixel it lies in and those whose centre is within this radius.</source>
        <translation>Un punto etiqueta el píxel en el que está y aquellos cuyo centro queda dentro de este radio.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Width of lines (pixels)</source>
        <translation>Ancho de las líneas (píxeles)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>A line of width 0 labels the pixels it touches, a wider one those whose centre it holds.</source>
        <translation>Una línea de ancho 0 etiqueta los píxeles que toca; una más ancha, aquellos cuyo centro contiene.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Overall accuracy (cross-validation by polygons)</source>
        <translation>Exactitud global (validación cruzada por polígonos)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Average accuracy of the classes (cross-validation)</source>
        <translation>Exactitud media de las clases (validación cruzada)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Kappa (cross-validation)</source>
        <translation>Kappa (validación cruzada)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <location filename="../../algorithms/tune.py"/>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Let lda use diffusion features</source>
        <translation>Usar las características de difusión con lda</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Preset</source>
        <translation>Preajuste</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>The map as a GeoTIFF on the grid of the image; class names and colours stand in the file. 0 is where the image has no data.</source>
        <translation>El mapa como GeoTIFF en la cuadrícula de la imagen; los nombres y colores de las clases están en el archivo. 0 donde la imagen no tiene datos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with the probability of the chosen class in percent. Where it is low, more examples help most.</source>
        <translation>Un GeoTIFF con la probabilidad de la clase elegida, en porcentaje. Donde es baja, más ejemplos ayudan más.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with one band a class: the probability of that class, 0 to 1.</source>
        <translation>Un GeoTIFF con una banda por clase: la probabilidad de esa clase, de 0 a 1.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF that tells how unlike all training pixels a pixel is. Above 1 it looks like nothing the model has learnt from, and the accuracies do not speak of it.</source>
        <translation>Un GeoTIFF que indica cuánto difiere un píxel de todos los píxeles de entrenamiento. Por encima de 1 no se parece a nada de lo que el modelo ha aprendido, y las exactitudes no dicen nada de él.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <location filename="../../gui/map_section.py"/>
        <source>Confidence</source>
        <translation>Confianza</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Probabilities of the classes</source>
        <translation>Probabilidades de las clases</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Area of applicability</source>
        <translation>Área de aplicabilidad</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Share of the scene outside the area of applicability</source>
        <translation>Parte de la escena fuera del área de aplicabilidad</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/more_scenes.py"/>
        <source>Images of the same sensor on which examples lie as well; the one layer of examples serves all. Bands are matched by wavelength to the first image. Whole scenes are then held out for the accuracies, where each class lies in two of them.</source>
        <translation>Imágenes del mismo sensor en las que también hay ejemplos; la única capa de ejemplos sirve para todas. Las bandas se emparejan por longitud de onda con la primera imagen. Para las exactitudes se reservan entonces escenas enteras, si cada clase está en dos de ellas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/more_scenes.py"/>
        <source>Further scenes with labels</source>
        <translation>Otras escenas con etiquetas</translation>
    </message>
    <message>
        <location filename="../../algorithms/provider.py"/>
        <source>GeoDiffNet: hyperspectral classification</source>
        <translation>GeoDiffNet: clasificación hiperespectral</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>The scene, as reflectance, with at least three bands. Wavelengths and bad bands are read from its metadata where there are any. Every format and subdataset that QGIS opens as a raster layer will do, and the metadata file or folder of an EnMAP, PRISMA, DESIS or EMIT product.</source>
        <translation>La escena, como reflectancia, con al menos tres bandas. Las longitudes de onda y las bandas malas se leen de sus metadatos si los hay. Sirve todo formato y subconjunto de datos que QGIS abra como capa ráster, y también el archivo de metadatos o la carpeta de un producto EnMAP, PRISMA, DESIS o EMIT.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Where to compute: auto takes a graphics card where there is a suitable one; cpu the processor; cuda an NVIDIA card; mps the graphics of an Apple computer.</source>
        <translation>Dónde calcular: auto toma una tarjeta gráfica si hay una adecuada; cpu el procesador; cuda una tarjeta NVIDIA; mps los gráficos de un equipo Apple.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>How much memory the computation may use, roughly. Left empty it is chosen by what is free; set less when the computation was stopped for lack of memory.</source>
        <translation>Cuánta memoria puede usar el cálculo, aproximadamente. Si está vacío, se elige según la que esté libre; indique menos si el cálculo se detuvo por falta de memoria.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Bands in the windows of water vapour (1340–1460, 1790–1960 and above 2450 nm) and bands whose values hardly differ. The log names them.</source>
        <translation>Bandas en las ventanas del vapor de agua (1340–1460, 1790–1960 y por encima de 2450 nm) y bandas cuyos valores apenas difieren. El registro las nombra.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Hyperspectral image</source>
        <translation>Imagen hiperespectral</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Memory limit (MB)</source>
        <translation>Límite de memoria (MB)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Bands to leave out</source>
        <translation>Bandas que se omiten</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Numbers and ranges, such as 1-5, 130-135, besides the bands that the image itself marks as bad or that are empty.</source>
        <translation>Números e intervalos, por ejemplo 1-5, 130-135, además de las bandas que la propia imagen marca como malas o que están vacías.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Bands for red, green and blue</source>
        <translation>Bandas para rojo, verde y azul</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Three band numbers, such as 30, 20, 10, for an image without wavelengths; otherwise they are found by wavelength.</source>
        <translation>Tres números de banda, por ejemplo 30, 20, 10, para una imagen sin longitudes de onda; si no, se encuentran por longitud de onda.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Also leave out bands without signal</source>
        <translation>Omitir también las bandas sin señal</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Choose the hyperspectral scene itself rather than a map or a band of it.</source>
        <translation>Elija la propia escena hiperespectral en lugar de un mapa o de una de sus bandas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>The image {} has too few bands ({}); at least {} are needed.</source>
        <translation>La imagen {} tiene muy pocas bandas ({}); se necesitan al menos {}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Set up the backend</source>
        <translation>Instalar el motor de cálculo</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Set-up</source>
        <translation>Instalación</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>install,installation,environment,python,pip,torch,pytorch,cuda,gpu,dependencies,upgrade,repair,verify,uninstall,offline,wheels</source>
        <translation>instalar,instalación,entorno,python,pip,torch,pytorch,cuda,gpu,dependencias,actualizar,reparar,verificar,desinstalar,sin conexión,wheels</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Makes, checks, repairs or removes the Python environment that computes.</source>
        <translation>Crea, comprueba, repara o elimina el entorno de Python que calcula.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>&lt;p&gt;GeoDiffNet computes in a Python environment of its own, apart from QGIS&apos;s. This makes it in your QGIS profile: no administrator is needed, and nothing else on the computer changes.&lt;/p&gt;&lt;p&gt;Every file is checked against the one that was tested. A set-up that is cancelled or breaks off leaves what was there before; the next one goes on with what is already downloaded. In the end a self-test runs.&lt;/p&gt;&lt;p&gt;The same can be done under &lt;i&gt;Settings ▸ Options ▸ GeoDiffNet&lt;/i&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;GeoDiffNet calcula en un entorno de Python propio, separado del de QGIS. Esto lo crea en el perfil de QGIS: no hace falta un administrador, y nada más cambia en el equipo.&lt;/p&gt;&lt;p&gt;Cada archivo se compara con el que se probó. Una instalación que se cancela o se interrumpe deja lo que había antes; la siguiente continúa con lo que ya está descargado. Al final se ejecuta una autoprueba.&lt;/p&gt;&lt;p&gt;Lo mismo puede hacerse en &lt;i&gt;Configuración ▸ Opciones ▸ GeoDiffNet&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>setup: make the environment, or upgrade it after an upgrade of the plugin. verify: run the self-test. repair: make it anew. download: only fill a folder of wheels, for computers without a network. use: use a Python of your own. remove: delete the environment.</source>
        <translation>setup: crear el entorno, o actualizarlo tras una actualización del complemento. verify: ejecutar la autoprueba. repair: crearlo de nuevo. download: solo llenar una carpeta de wheels, para equipos sin red. use: usar un Python propio. remove: eliminar el entorno.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>auto takes the build for NVIDIA graphics cards (CUDA, a download of about 3 GB) where a driver that is new enough answers, and the small one for the CPU otherwise (about 0.4 GB). Macs have one build, which uses Apple&apos;s GPU.</source>
        <translation>auto toma la compilación para tarjetas gráficas NVIDIA (CUDA, una descarga de unos 3 GB) si responde un controlador lo bastante nuevo, y si no la pequeña para la CPU (unos 0,4 GB). Los Mac tienen una sola, que usa la GPU de Apple.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Install from this folder, without a network; with the action “download”, the folder to fill. It must hold the tested files, for this system and Python.</source>
        <translation>Instalar desde esta carpeta, sin red; con la acción «download», la carpeta que se llena. Debe contener los archivos probados, para este sistema y este Python.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>The Python to make the environment with, if not the one that is found (QGIS&apos;s own on Windows, the system&apos;s python3 on Linux). With the action “use”, the interpreter of an environment of your own that has all packages; empty to use the profile&apos;s environment again.</source>
        <translation>El Python con el que crear el entorno, si no es el que se encuentra (el de QGIS en Windows, el python3 del sistema en Linux). Con la acción «use», el intérprete de un entorno propio que tenga todos los paquetes; vacío para volver a usar el entorno del perfil.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Build of PyTorch</source>
        <translation>Compilación de PyTorch</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Folder of wheels</source>
        <translation>Carpeta de wheels</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Folder of the environment</source>
        <translation>Carpeta del entorno</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Seconds of the self-test</source>
        <translation>Segundos de la autoprueba</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../bridge/setup/actions.py"/>
        <source>There is no folder to download to.</source>
        <translation>No hay carpeta en la que descargar.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Choose one under “Folder of wheels”.</source>
        <translation>Elija una en «Carpeta de wheels».</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Cancelled; what was there before is as it was.</source>
        <translation>Cancelado; lo que había antes sigue como estaba.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Field with the class</source>
        <translation>Campo con la clase</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Check that the file exists and opens in QGIS as a vector layer.</source>
        <translation>Compruebe que el archivo existe y que se abre en QGIS como capa vectorial.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Choose a layer of polygons, points or lines drawn on the image.</source>
        <translation>Elija una capa de polígonos, puntos o líneas dibujados sobre la imagen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Draw some, or, where “selected features only” is ticked, select some or untick it.</source>
        <translation>Dibuje algunos o, si «Objetos seleccionados solamente» está marcado, seleccione algunos o desmárquelo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{} cannot be opened: {}</source>
        <translation>No se puede abrir {}: {}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: {} is a table without shapes.</source>
        <translation>{}: {} es una tabla sin geometrías.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{} have no field “{}”.</source>
        <translation>{}: no hay ningún campo «{}».</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Choose one of their fields: {}.</source>
        <translation>Elija uno de sus campos: {}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>there is none</source>
        <translation>no hay ninguno</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{} have no coordinate system; the image&apos;s is taken.</source>
        <translation>{}: sin sistema de coordenadas; se toma el de la imagen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: there are none.</source>
        <translation>{}: no hay ninguno.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: {} had crossing edges; repaired.</source>
        <translation>{}: {} tenían bordes que se cruzaban; se han reparado.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Suggest where to label next</source>
        <translation>Sugerir dónde etiquetar a continuación</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Labelling</source>
        <translation>Etiquetado</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>hyperspectral,active learning,training,examples,sampling,uncertainty,novelty</source>
        <translation>hiperespectral,aprendizaje activo,entrenamiento,ejemplos,muestreo,incertidumbre,novedad</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Finds the places whose class would teach a model most.</source>
        <translation>Encuentra los lugares cuya clase más enseñaría a un modelo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>&lt;p&gt;Finds places in a scene whose class would teach a model most: where it wavers between classes, what looks unlike anything it has learnt from, and never many of the same kind.&lt;/p&gt;&lt;p&gt;The result is a layer to be filled in: look at each place, write its class into the field, correct or enlarge the shape, and delete what you cannot tell. Then add the places to your examples and classify again.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Encuentra en una escena los lugares cuya clase más enseñaría a un modelo: donde duda entre clases, lo que no se parece a nada de lo que ha aprendido, y nunca muchos del mismo tipo.&lt;/p&gt;&lt;p&gt;El resultado es una capa para rellenar: mire cada lugar, escriba su clase en el campo, corrija o amplíe la forma y elimine lo que no se pueda identificar. Después añada los lugares a los ejemplos y clasifique de nuevo.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>The examples that the model has learnt from. With them, places that look like one of them come last, and none lies on one.</source>
        <translation>Los ejemplos de los que ha aprendido el modelo. Con ellos, los lugares que se parecen a alguno van al final, y ninguno queda sobre uno de ellos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>The field of the examples that holds their class. The suggested places get an empty field of that name.</source>
        <translation>El campo de los ejemplos que contiene su clase. Los lugares sugeridos reciben un campo vacío con ese nombre.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>How many places to suggest; the most telling one has the number 1.</source>
        <translation>Cuántos lugares sugerir; el más instructivo lleva el número 1.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>polygon: the outline of the pixel, ready to be enlarged; point: its middle.</source>
        <translation>polygon: el contorno del píxel, listo para ampliarse; point: su centro.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Within this distance a second place is hardly worth the way. Left empty it is chosen by the size of the scene and the number of places.</source>
        <translation>A menos de esta distancia, un segundo lugar apenas merece la pena. Si está vacío, se elige según el tamaño de la escena y el número de lugares.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Where chance starts from: the same inputs with the same seed, same places.</source>
        <translation>De dónde parte el azar: mismas entradas con la misma semilla, mismos lugares.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>A GeoPackage of the places: their number, an empty field for the class, the two likeliest classes, the confidence in percent and why the place was chosen.</source>
        <translation>Un GeoPackage de los lugares: su número, un campo vacío para la clase, las dos clases más probables, la confianza en porcentaje y por qué se eligió el lugar.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Number of places</source>
        <translation>Número de lugares</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Shape of the places</source>
        <translation>Forma de los lugares</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Distance between places (pixels)</source>
        <translation>Distancia entre lugares (píxeles)</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Suggested places</source>
        <translation>Lugares sugeridos</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Number of suggested places</source>
        <translation>Número de lugares sugeridos</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>Train a model</source>
        <translation>Entrenar un modelo</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>hyperspectral,imaging spectroscopy,supervised,machine learning,deep learning,diffusion,linear discriminant analysis,random forest,support vector machine,fit,accuracy</source>
        <translation>hiperespectral,espectroscopía de imágenes,supervisada,aprendizaje automático,aprendizaje profundo,difusión,análisis discriminante lineal,bosque aleatorio,máquina de vectores de soporte,ajustar,exactitud</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>Learns classes from drawn examples and keeps the model for other scenes.</source>
        <translation>Aprende clases de ejemplos dibujados y conserva el modelo para otras escenas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>&lt;p&gt;Learns to tell classes apart from the examples that you have drawn on a hyperspectral image, tells how well that works, and keeps the model in a file.&lt;/p&gt;&lt;p&gt;Nothing is mapped. &lt;i&gt;Apply a model&lt;/i&gt; maps this scene, or others of the same sensor, with the file; &lt;i&gt;Classify HSI with GeoDiffNet-F&lt;/i&gt; does both at once.&lt;/p&gt;&lt;p&gt;The accuracies come from cross-validation in which no polygon is used for training and testing at once.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Aprende a distinguir clases a partir de los ejemplos dibujados sobre una imagen hiperespectral, indica lo bien que funciona y conserva el modelo en un archivo.&lt;/p&gt;&lt;p&gt;No se cartografía nada. &lt;i&gt;Aplicar un modelo&lt;/i&gt; cartografía con el archivo esta escena u otras del mismo sensor; &lt;i&gt;Clasificar HSI con GeoDiffNet-F&lt;/i&gt; hace ambas cosas a la vez.&lt;/p&gt;&lt;p&gt;Las exactitudes proceden de una validación cruzada en la que ningún polígono sirve a la vez para entrenar y para probar.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>The file to keep the trained model in (.safetensors): all that is needed to map other scenes, on this or another computer. It holds no program code.</source>
        <translation>El archivo en el que se conserva el modelo entrenado (.safetensors): todo lo necesario para cartografiar otras escenas, en este equipo o en otro. No contiene código de programa.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Make a training layer</source>
        <translation>Crear una capa de entrenamiento</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>hyperspectral,training,examples,polygons,digitise,draw,classes,labels,GeoPackage</source>
        <translation>hiperespectral,entrenamiento,ejemplos,polígonos,digitalizar,dibujar,clases,etiquetas,GeoPackage</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Makes an empty layer to draw examples of your classes in.</source>
        <translation>Crea una capa vacía en la que dibujar ejemplos de las clases.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>&lt;p&gt;Makes an empty layer of polygons in which you draw examples of your classes, in the coordinate system of the scene.&lt;/p&gt;&lt;p&gt;Each class has its colour, and the form that QGIS opens for a new polygon offers the classes as a list. Names and colours are kept in the GeoPackage itself, and the class map takes them over.&lt;/p&gt;&lt;p&gt;The panel &lt;i&gt;GeoDiffNet labelling&lt;/i&gt; makes such a layer, too, and helps to draw in it.&lt;/p&gt;&lt;p&gt;Example of a class list: &lt;code&gt;water=#2f7fd1, tree, roof=#d1453b&lt;/code&gt;&lt;/p&gt;</source>
        <translation>&lt;p&gt;Crea una capa de polígonos vacía en la que dibujar ejemplos de las clases, en el sistema de coordenadas de la escena.&lt;/p&gt;&lt;p&gt;Cada clase tiene su color, y el formulario que QGIS abre para un polígono nuevo ofrece las clases como lista. Los nombres y colores se guardan en el propio GeoPackage, y el mapa de clases los adopta.&lt;/p&gt;&lt;p&gt;El panel &lt;i&gt;Etiquetado GeoDiffNet&lt;/i&gt; también crea una capa así y ayuda a dibujar en ella.&lt;/p&gt;&lt;p&gt;Ejemplo de una lista de clases: &lt;code&gt;agua=#2f7fd1, árbol, tejado=#d1453b&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>The scene to draw on; the new layer gets its coordinate system.</source>
        <translation>La escena sobre la que se dibuja; la capa nueva recibe su sistema de coordenadas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>The classes, one a line or separated by commas, each as its name or as name=#rrggbb. Classes without a colour get one; more can be added later.</source>
        <translation>Las clases, una por línea o separadas por comas, cada una con su nombre o como nombre=#rrggbb. Las clases sin color reciben uno; se pueden añadir más después.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>The GeoPackage to make, with a text field “class”. A file that holds features already is never overwritten.</source>
        <translation>El GeoPackage que se crea, con un campo de texto «class». Un archivo que ya contiene objetos nunca se sobrescribe.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Classes</source>
        <translation>Clases</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Training polygons</source>
        <translation>Polígonos de entrenamiento</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Classes: {}.</source>
        <translation>Clases: {}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>none yet</source>
        <translation>ninguna todavía</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Find the best features</source>
        <translation>Encontrar las mejores características</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>hyperspectral,hyperparameters,grid search,tuning,decoder block,timestep,composite,diffusion,cross-validation,clusters</source>
        <translation>hiperespectral,hiperparámetros,búsqueda en rejilla,ajuste,bloque del decodificador,paso de tiempo,composición de color,difusión,validación cruzada,grupos</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Tells which block, timestep and composite of a network suit a scene.</source>
        <translation>Indica qué bloque, qué paso de tiempo y qué composición de una red convienen a una escena.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>&lt;p&gt;Tries blocks and timesteps of the diffusion network, and pictures of the scene for it to look at, and tells which ones tell your classes apart best: a report with the accuracy of every setting, and what each sees of the scene without any label.&lt;/p&gt;&lt;p&gt;All settings are tested on the same parts of the examples; no polygon is used for training and testing at once. What is read by default, several blocks of several composites at once, is tried as well: often it is better than any single one.&lt;/p&gt;&lt;p&gt;The best setting can be given to &lt;i&gt;Classify HSI with GeoDiffNet-F&lt;/i&gt; and &lt;i&gt;Train a model&lt;/i&gt;, among the advanced parameters.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Prueba bloques y pasos de tiempo de la red de difusión, e imágenes de la escena para que ella las mire, e indica cuáles distinguen mejor las clases dadas: un informe con la exactitud de cada ajuste y lo que cada uno ve de la escena sin ninguna etiqueta.&lt;/p&gt;&lt;p&gt;Todos los ajustes se prueban con las mismas partes de los ejemplos; ningún polígono sirve a la vez para entrenar y para probar. Lo que se lee por omisión, varios bloques de varias composiciones a la vez, se prueba también: a menudo es mejor que cualquiera por separado.&lt;/p&gt;&lt;p&gt;El mejor ajuste puede indicarse en &lt;i&gt;Clasificar HSI con GeoDiffNet-F&lt;/i&gt; y en &lt;i&gt;Entrenar un modelo&lt;/i&gt;, entre los parámetros avanzados.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>A web page with a heat map of all settings, and clusters of what each sees beside the composites; the numbers go beside it as JSON.</source>
        <translation>Una página web con un mapa de calor de todos los ajustes, y grupos de lo que ve cada uno junto a las composiciones; las cifras se guardan al lado como JSON.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>What learns from the features: geodiffnet sees nothing but them, so that they are compared; geodiffnet-f sees the spectrum as well, so that only what they add to it counts.</source>
        <translation>Lo que aprende de las características: geodiffnet no ve más que ellas, de modo que son ellas las que se comparan; geodiffnet-f ve también el espectro, de modo que solo cuenta lo que le añaden.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Best decoder block</source>
        <translation>Mejor bloque del decodificador</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Best timestep</source>
        <translation>Mejor paso de tiempo</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Best composite</source>
        <translation>Mejor composición de color</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Decoder blocks to try</source>
        <translation>Bloques del decodificador que se prueban</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Numbers such as 2, 5, 8, 11. Low ones see wide and coarse, high ones near and fine; the number after the last block is the picture that the network has denoised. Left empty, some spread over the network are tried.</source>
        <translation>Números como 2, 5, 8, 11. Los bajos ven amplio y grueso; los altos, cercano y fino; el número que sigue al último bloque es la imagen a la que la red ha quitado el ruido. Si está vacío, se prueban algunos repartidos por la red.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Timesteps to try</source>
        <translation>Pasos de tiempo que se prueban</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>How noisy the network is to take the scene: numbers from 0, clean, to 999, nothing but noise. Left empty, 50, 150 and 300 are tried.</source>
        <translation>Cuánto ruido debe suponer la red en la escena: números de 0, limpia, a 999, nada más que ruido. Si está vacío, se prueban 50, 150 y 300.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Composites to try</source>
        <translation>Composiciones que se prueban</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Pictures of the scene out of rgb, cir, swir, pca1 (principal components 1 to 3) and pca2 (4 to 6); with + between them, such as rgb+pca1, they are read together. Left empty, pca1+pca2 and rgb are tried.</source>
        <translation>Imágenes de la escena entre rgb, cir, swir, pca1 (componentes principales 1 a 3) y pca2 (4 a 6); con + entre ellas, como rgb+pca1, se leen juntas. Si está vacío, se prueban pca1+pca2 y rgb.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>Write a name before the colour, such as water=#2f7fd1.</source>
        <translation>Escriba un nombre antes del color, por ejemplo agua=#2f7fd1.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>Write it as #rrggbb, such as water=#2f7fd1, or leave it away.</source>
        <translation>Escríbalo como #rrggbb, por ejemplo agua=#2f7fd1, u omítalo.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>Name each class once.</source>
        <translation>Nombre cada clase una sola vez.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>A class has no name: {}</source>
        <translation>Una clase no tiene nombre: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>The class {} has no colour that can be read: {}</source>
        <translation>La clase {} no tiene un color legible: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>The class {} is in the list twice.</source>
        <translation>La clase {} está dos veces en la lista.</translation>
    </message>
    <message>
        <location filename="../../bridge/labels.py"/>
        <location filename="../../gui/composites.py"/>
        <source>Check that the disk of the temporary folder has space left.</source>
        <translation>Compruebe que queda espacio en el disco de la carpeta temporal.</translation>
    </message>
    <message>
        <location filename="../../bridge/labels.py"/>
        <source>The labels could not be written to {}: {}</source>
        <translation>No se pudieron escribir las etiquetas en {}: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>signal {}</source>
        <translation>señal {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>exit status {}</source>
        <translation>código de salida {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>about {} h left</source>
        <translation>quedan unas {} h</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>Log of the backend: {}</source>
        <translation>Registro del motor de cálculo: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>The system stopped the computation, probably because it ran out of memory.</source>
        <translation>El sistema detuvo el cálculo, probablemente porque se quedó sin memoria.</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>about {} s left</source>
        <translation>quedan unos {} s</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>about {} min left</source>
        <translation>quedan unos {} min</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>The computation stopped unexpectedly ({}{}).</source>
        <translation>El cálculo se detuvo de forma inesperada ({}{}).</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>Please report this, with the log: {}</source>
        <translation>Por favor, comuníquelo con el registro: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>The computation has said nothing for {} minutes. If the computer is not busy with it, it is stuck: cancel it and run it again.</source>
        <translation>El cálculo no ha comunicado nada desde hace {} minutos. Si el equipo no está ocupado con él, se ha quedado bloqueado: conviene cancelarlo y ejecutarlo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>The Python in which GeoDiffNet computes could not be started: {}</source>
        <translation>No se pudo iniciar el Python en el que calcula GeoDiffNet: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>Check that {} is a Python interpreter you may run.</source>
        <translation>Compruebe que {} es un intérprete de Python que se puede ejecutar.</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>Close other programs, set a smaller memory limit under the advanced parameters, or classify a smaller part of the scene. Log: {}</source>
        <translation>Cierre otros programas, indique un límite de memoria menor en los parámetros avanzados, o clasifique una parte menor de la escena. Registro: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>Unexpected output of the backend: {}</source>
        <translation>Salida inesperada del motor de cálculo: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/rasters.py"/>
        <source>Export the layer to a GeoTIFF and choose that file.</source>
        <translation>Exporte la capa a un GeoTIFF y elija ese archivo.</translation>
    </message>
    <message>
        <location filename="../../bridge/rasters.py"/>
        <source>Save the layer to a file and choose that file.</source>
        <translation>Guarde la capa en un archivo y elija ese archivo.</translation>
    </message>
    <message>
        <location filename="../../bridge/rasters.py"/>
        <source>The image {} is not a raster file.</source>
        <translation>La imagen {} no es un archivo ráster.</translation>
    </message>
    <message>
        <location filename="../../bridge/rasters.py"/>
        <source>The image {} exists in the memory of QGIS only.</source>
        <translation>La imagen {} existe solo en la memoria de QGIS.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python environment in which GeoDiffNet computes is not set up yet.</source>
        <translation>El entorno de Python en el que calcula GeoDiffNet aún no está instalado.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Run “Set up the backend” in the Processing Toolbox (GeoDiffNet), or open Settings ▸ Options ▸ GeoDiffNet. It takes some minutes, once.</source>
        <translation>Ejecute «Instalar el motor de cálculo» en la caja de herramientas de Procesos (GeoDiffNet), o abra Configuración ▸ Opciones ▸ GeoDiffNet. Tarda unos minutos, una sola vez.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python in which GeoDiffNet computes does not run.</source>
        <translation>El Python en el que calcula GeoDiffNet no funciona.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Choose another one, or none, by “Set up the backend” in the toolbox.</source>
        <translation>Elija otro, o ninguno, con «Instalar el motor de cálculo» en la caja de herramientas.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Repair the environment of {}, or name another one by {}.</source>
        <translation>Repare el entorno de {}, o indique otro mediante {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Run “Set up the backend” in the Processing Toolbox with the action “Repair”. It uses {} now.</source>
        <translation>Ejecute «Instalar el motor de cálculo» en la caja de herramientas de Procesos con la acción «repair». Ahora se usa {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python in which GeoDiffNet computes lacks: {}.</source>
        <translation>Al Python en el que calcula GeoDiffNet le falta: {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python that {} names is not there: {}</source>
        <translation>El Python que indica {} no está: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Correct or remove the environment variable {} and restart QGIS.</source>
        <translation>Corrija o elimine la variable de entorno {} y reinicie QGIS.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python of your own that is to be used is not there: {}</source>
        <translation>El Python propio que se debe usar no está: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>From now on, the environment in the profile is used.</source>
        <translation>A partir de ahora se usa el entorno del perfil.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Choose the interpreter itself: python3, or python.exe on Windows.</source>
        <translation>Elija el propio intérprete: python3, o python.exe en Windows.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Removing</source>
        <translation>Eliminando</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Close the other windows of QGIS and remove it again.</source>
        <translation>Cierre las otras ventanas de QGIS y elimínelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Looking for Python and a graphics card</source>
        <translation>Buscando Python y una tarjeta gráfica</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>The backend is set up and up to date.</source>
        <translation>El motor de cálculo está instalado y al día.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>The folder is complete: {}</source>
        <translation>La carpeta está completa: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Removed: {}</source>
        <translation>Eliminado: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Checking the folder of wheels</source>
        <translation>Comprobando la carpeta de wheels</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} is not a Python that runs.</source>
        <translation>{} no es un Python que funcione.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Some files are in use and were not removed: {}</source>
        <translation>Algunos archivos están en uso y no se eliminaron: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>PyTorch {}, build “{}”: {}</source>
        <translation>PyTorch {}, compilación «{}»: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Log of the set-up: {}</source>
        <translation>Registro de la instalación: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>The environment variable {} is set and is used instead.</source>
        <translation>La variable de entorno {} está definida y se usa en su lugar.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Network: {}</source>
        <translation>Red: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>To download: {}, {} files</source>
        <translation>Por descargar: {}, {} archivos</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Downloading</source>
        <translation>Descargando</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>Downloading: {} of {}</source>
        <translation>Descargando: {} de {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>The folder of wheels lacks {} of {} files: {}</source>
        <translation>A la carpeta de wheels le faltan {} de {} archivos: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>Fill it on a computer with a network by the action “Download only”, with the same system, version of Python ({}) and build of PyTorch ({}).</source>
        <translation>Llénela en un equipo con red mediante la acción «Solo descargar», con el mismo sistema, la misma versión de Python ({}) y la misma compilación de PyTorch ({}).</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>Downloaded before and still good: {} files</source>
        <translation>Descargados antes y todavía válidos: {} archivos</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>{} Trying again.</source>
        <translation>{} Se intenta de nuevo.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>{} (damaged, or not the tested file)</source>
        <translation>{} (dañado, o no es el archivo probado)</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The disk became full.</source>
        <translation>El disco se ha llenado.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Free some space; what was downloaded is kept.</source>
        <translation>Libere espacio; lo descargado se conserva.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A downloaded file is not the one that was tested.</source>
        <translation>Un archivo descargado no es el que se probó.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A broken download or a proxy that changes files is likely. Try again; if it stays, nothing unsafe was installed, and the file named in the log should be reported.</source>
        <translation>Es probable una descarga dañada o un proxy que cambia archivos. Inténtelo de nuevo; si persiste, no se ha instalado nada inseguro, y conviene comunicar el archivo que nombra el registro.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The proxy refuses, or is not there.</source>
        <translation>El proxy se niega, o no está.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Check address, user and password under Settings ▸ Options ▸ Network, or install from a folder of wheels.</source>
        <translation>Compruebe dirección, usuario y contraseña en Configuración ▸ Opciones ▸ Red, o instale desde una carpeta de wheels.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The certificate of the package index is not trusted.</source>
        <translation>El certificado del índice de paquetes no es de confianza.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Your network probably opens encrypted connections with a certificate of its own. Add that under Settings ▸ Options ▸ Authentication ▸ Manage Certificates, and try again. A wrong date of the computer has the same effect.</source>
        <translation>Probablemente la red abre las conexiones cifradas con un certificado propio. Añádalo en Configuración ▸ Opciones ▸ Autenticación ▸ Administrar certificados, e inténtelo de nuevo. Una fecha errónea del equipo tiene el mismo efecto.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A path became too long.</source>
        <translation>Una ruta resultó demasiado larga.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>Allow long paths in Windows (LongPathsEnabled), or start QGIS with a profile in a shorter folder (--profiles-path).</source>
        <translation>Permita rutas largas en Windows (LongPathsEnabled), o inicie QGIS con un perfil en una carpeta más corta (--profiles-path).</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Windows did not let a file be written or opened.</source>
        <translation>Windows no dejó escribir o abrir un archivo.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>An antivirus program is the likely cause: let it skip the folder named in the log, close other windows of QGIS, and try again.</source>
        <translation>La causa probable es un antivirus: haga que omita la carpeta que nombra el registro, cierre las otras ventanas de QGIS e inténtelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A file in the profile could not be written.</source>
        <translation>No se pudo escribir un archivo del perfil.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Check that the folder belongs to you and no program protects it.</source>
        <translation>Compruebe que la carpeta es del usuario y que ningún programa la protege.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>This Python lacks the module that makes environments.</source>
        <translation>A este Python le falta el módulo que crea entornos.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Install it; on Debian and Ubuntu: sudo apt install python3-venv</source>
        <translation>Instálelo; en Debian y Ubuntu: sudo apt install python3-venv</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A package that is needed is not offered here.</source>
        <translation>Un paquete necesario no se ofrece aquí.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>If the network was reached, the index that pip is configured to use lacks it; if it was not, the log says why.</source>
        <translation>Si se llegó a la red, falta en el índice que pip tiene configurado; si no, el registro dice por qué.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The package index cannot be reached, or broke off.</source>
        <translation>No se puede acceder al índice de paquetes, o se cortó la conexión.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Check the network and try again: files that are complete are not downloaded twice.</source>
        <translation>Compruebe la red e inténtelo de nuevo: los archivos completos no se descargan dos veces.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Log: {}</source>
        <translation>Registro: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Try again; if it stays, please report it with the log.</source>
        <translation>Inténtelo de nuevo; si persiste, por favor comuníquelo con el registro.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>{} failed: {}</source>
        <translation>{} ha fallado: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>without a word</source>
        <translation>sin decir nada</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/installing.py"/>
        <source>Making the environment</source>
        <translation>Creando el entorno</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/installing.py"/>
        <source>Updating the installer</source>
        <translation>Actualizando el instalador</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/installing.py"/>
        <source>Installing</source>
        <translation>Instalando</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/installing.py"/>
        <source>Installing: {} of {} packages</source>
        <translation>Instalando: {} de {} paquetes</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install one with your system&apos;s package manager (on Debian and Ubuntu: sudo apt install python3 python3-venv), or choose one under “Python”.</source>
        <translation>Instale uno con el gestor de paquetes del sistema (en Debian y Ubuntu: sudo apt install python3 python3-venv), o elija uno en «Python».</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>No Python was found to make the environment with.</source>
        <translation>No se encontró ningún Python con el que crear el entorno.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install Python 3.12 (64 bit) from python.org for yourself, which needs no administrator, or choose one under “Python”.</source>
        <translation>Instale Python 3.12 (64 bits) de python.org solo para su usuario, lo que no requiere administrador, o elija uno en «Python».</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install Python 3.12 from python.org, or choose one under “Python”.</source>
        <translation>Instale Python 3.12 de python.org, o elija uno en «Python».</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>GeoDiffNet computes on Linux with glibc (x86-64, ARM), on Macs with Apple&apos;s processors, and on 64-bit Windows, because PyTorch does.</source>
        <translation>GeoDiffNet calcula en Linux con glibc (x86-64, ARM), en equipos Mac con procesadores de Apple y en Windows de 64 bits, porque PyTorch lo exige.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Choose the usual one, CPython.</source>
        <translation>Elija el habitual, CPython.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>There are no packages for this kind of computer ({}, {} bit).</source>
        <translation>No hay paquetes para este tipo de equipo ({}, {} bits).</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} is another kind of Python than the packages are made for.</source>
        <translation>{} es un Python distinto de aquel para el que están hechos los paquetes.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} is not supported; Python {} to {} are.</source>
        <translation>{} no es compatible; sí lo son Python {} a {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} lacks the module that makes environments (venv).</source>
        <translation>A {} le falta el módulo que crea entornos (venv).</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install it, then try again. On Debian and Ubuntu: sudo apt install {}</source>
        <translation>Instálelo e inténtelo de nuevo. En Debian y Ubuntu: sudo apt install {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>Set an HTTP proxy under Settings ▸ Options ▸ Network, or install from a folder of wheels.</source>
        <translation>Indique un proxy HTTP en Configuración ▸ Opciones ▸ Red, o instale desde una carpeta de wheels.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>proxy of the environment&apos;s variables</source>
        <translation>proxy de las variables de entorno</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>proxy {} of QGIS&apos;s settings</source>
        <translation>proxy {} de la configuración de QGIS</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>{} certificates of your own from QGIS&apos;s settings</source>
        <translation>{} certificados propios de la configuración de QGIS</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>The SOCKS proxy {} of QGIS&apos;s settings cannot be used by pip.</source>
        <translation>pip no puede usar el proxy SOCKS {} de la configuración de QGIS.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Wait until it has finished; there is no need to start again.</source>
        <translation>Espere a que termine; no hace falta empezar de nuevo.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Check that the disk is not full and that you may write to your profile.</source>
        <translation>Compruebe que el disco no está lleno y que se puede escribir en el perfil.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source> (process {} on {})</source>
        <translation> (proceso {} en {})</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Another window of QGIS is setting the backend up{}.</source>
        <translation>Otra ventana de QGIS está instalando el motor de cálculo{}.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>The folder of the environment cannot be made: {}</source>
        <translation>No se puede crear la carpeta del entorno: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Check that you may write to your QGIS profile: {}</source>
        <translation>Compruebe que se puede escribir en el perfil de QGIS: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Nothing can be written to {}.</source>
        <translation>No se puede escribir nada en {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>Free some space and try again; nothing was written.</source>
        <translation>Libere espacio e inténtelo de nuevo; no se ha escrito nada.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>The disk has too little room: {} are needed, {} are free in {}.</source>
        <translation>El disco tiene muy poco espacio: se necesitan {}, hay {} libres en {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>The folder&apos;s path is too long for Windows by {} characters: {}</source>
        <translation>La ruta de la carpeta es demasiado larga para Windows en {} caracteres: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>The backend was set up by another version of the plugin. If something goes wrong, upgrade it first: “Set up the backend”.</source>
        <translation>El motor de cálculo fue instalado por otra versión del complemento. Si algo va mal, actualícelo primero: «Instalar el motor de cálculo».</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>In use: the Python that the environment variable GEODIFFNET_PYTHON names.</source>
        <translation>En uso: el Python que indica la variable de entorno GEODIFFNET_PYTHON.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>Set up by another version of the plugin; an upgrade is available.</source>
        <translation>Instalado por otra versión del complemento; hay una actualización disponible.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>The backend is set up.</source>
        <translation>El motor de cálculo está instalado.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>In use: the developers&apos; environment beside the sources.</source>
        <translation>En uso: el entorno de los desarrolladores junto al código fuente.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>In use: a Python of your own, {}</source>
        <translation>En uso: un Python propio, {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>for this Python, the small build without CUDA is not offered</source>
        <translation>para este Python no se ofrece la compilación pequeña sin CUDA</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>no NVIDIA driver answers, so it will compute on the CPU</source>
        <translation>no responde ningún controlador de NVIDIA, así que se calculará en la CPU</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>Choose “auto”.</source>
        <translation>Elija «auto».</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>Apple&apos;s GPU and processor share one build</source>
        <translation>la GPU y el procesador de Apple comparten una compilación</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>for this Python, no build with CUDA is offered</source>
        <translation>para este Python no se ofrece ninguna compilación con CUDA</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>no NVIDIA driver answers</source>
        <translation>no responde ningún controlador de NVIDIA</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>as chosen</source>
        <translation>según lo elegido</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>the driver {} of {} is too old for CUDA {}, which needs {}</source>
        <translation>el controlador {} de {} es demasiado antiguo para CUDA {}, que necesita {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>{} (compute capability {}) is not supported by CUDA {} builds</source>
        <translation>{} (capacidad de cómputo {}) no es compatible con las compilaciones de CUDA {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>PyTorch has no build “{}” for this kind of computer and Python.</source>
        <translation>PyTorch no tiene una compilación «{}» para este tipo de equipo y de Python.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>{} with driver {}</source>
        <translation>{} con el controlador {}</translation>
    </message>
    <message>
        <location filename="../../bridge/tasks.py"/>
        <source>Please report this, with what View ▸ Panels ▸ Log Messages says.</source>
        <translation>Por favor, comuníquelo con lo que diga Ver ▸ Paneles ▸ Mensajes de registro.</translation>
    </message>
    <message>
        <location filename="../../bridge/tasks.py"/>
        <source>Something unexpected went wrong: {}.</source>
        <translation>Algo inesperado ha ido mal: {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>Classes of GeoDiffNet</source>
        <translation>Clases de GeoDiffNet</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>Choose another name, or open that file as the training layer.</source>
        <translation>Elija otro nombre, o abra ese archivo como capa de entrenamiento.</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>The file {} holds features already.</source>
        <translation>El archivo {} ya contiene objetos.</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>The training layer could not be written to {}: {}</source>
        <translation>No se pudo escribir la capa de entrenamiento en {}: {}</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Nothing drawn yet.</source>
        <translation>Aún no hay nada dibujado.</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Double-click to choose another colour.</source>
        <translation>Doble clic para elegir otro color.</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Click to draw; double-click to rename.</source>
        <translation>Clic para dibujar; doble clic para renombrar.</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Few polygons: {} or more, spread over the scene, teach better.</source>
        <translation>Pocos polígonos: {} o más, repartidos por la escena, enseñan mejor.</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Few pixels: {} or more teach better.</source>
        <translation>Pocos píxeles: {} o más enseñan mejor.</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <location filename="../../gui/layers_section.py"/>
        <source>Polygons</source>
        <translation>Polígonos</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Pixels</source>
        <translation>Píxeles</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Press {} to draw this class.</source>
        <translation>Pulse {} para dibujar esta clase.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Draw</source>
        <translation>Dibujar</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Draw polygons of the chosen class (or press its number).</source>
        <translation>Dibujar polígonos de la clase elegida (o pulsar su número).</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Add a class</source>
        <translation>Añadir una clase</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Remove the class</source>
        <translation>Quitar la clase</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Merge the chosen classes</source>
        <translation>Combinar las clases elegidas</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Save the polygons</source>
        <translation>Guardar los polígonos</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Remove the class {} and its {} polygons? Undo brings them back.</source>
        <translation>¿Quitar la clase {} y sus {} polígonos? Deshacer los recupera.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Merge into</source>
        <translation>Combinar en</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Rename</source>
        <translation>Renombrar</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Choose another colour…</source>
        <translation>Elegir otro color…</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Choose a training layer above, or make a new one.</source>
        <translation>Elija arriba una capa de entrenamiento, o cree una nueva.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>class {}</source>
        <translation>clase {}</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Choose two or more classes with Ctrl+click to merge them.</source>
        <translation>Elija dos o más clases con Ctrl+clic para combinarlas.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Add a class with +, then draw.</source>
        <translation>Añada una clase con + y después dibuje.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Colour of {}</source>
        <translation>Color de {}</translation>
    </message>
    <message>
        <location filename="../../gui/composites.py"/>
        <source>The image has too few pixels with values in every band for components.</source>
        <translation>La imagen tiene muy pocos píxeles con valores en todas las bandas para calcular componentes.</translation>
    </message>
    <message>
        <location filename="../../gui/composites.py"/>
        <source>Look at it in other bands.</source>
        <translation>Mírela en otras bandas.</translation>
    </message>
    <message>
        <location filename="../../gui/composites.py"/>
        <source>The picture of components could not be written to {}.</source>
        <translation>No se pudo escribir la imagen de componentes en {}.</translation>
    </message>
    <message>
        <location filename="../../gui/cube.py"/>
        <source>Check that the file is complete.</source>
        <translation>Compruebe que el archivo está completo.</translation>
    </message>
    <message>
        <location filename="../../gui/cube.py"/>
        <source>Band {} of the image cannot be read.</source>
        <translation>No se puede leer la banda {} de la imagen.</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <location filename="../../gui/entry.py"/>
        <source>GeoDiffNet labelling</source>
        <translation>Etiquetado GeoDiffNet</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <source>Press “Update map” to see what the new polygons change.</source>
        <translation>Pulse «Actualizar mapa» para ver qué cambian los polígonos nuevos.</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <source>Spectra</source>
        <translation>Espectros</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <source>No place was found that would teach more than what is drawn.</source>
        <translation>No se encontró ningún lugar que enseñara más que lo dibujado.</translation>
    </message>
    <message>
        <location filename="../../gui/draw_tool.py"/>
        <source>Draw a training polygon</source>
        <translation>Dibujar un polígono de entrenamiento</translation>
    </message>
    <message>
        <location filename="../../gui/entry.py"/>
        <source>Draw training polygons and watch the class map grow.</source>
        <translation>Dibujar polígonos de entrenamiento y ver crecer el mapa de clases.</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Choose a scene</source>
        <translation>Elegir una escena</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>The hyperspectral image to classify.</source>
        <translation>La imagen hiperespectral que se clasifica.</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Choose polygons, or make a new layer</source>
        <translation>Elegir polígonos, o crear una capa nueva</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>The layer of polygons that you draw for your classes.</source>
        <translation>La capa de los polígonos que se dibujan para las clases.</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>New…</source>
        <translation>Nueva…</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Make an empty training layer for this scene.</source>
        <translation>Crear una capa de entrenamiento vacía para esta escena.</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Scene</source>
        <translation>Escena</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>The map is up to date. Its accuracy cannot be estimated yet: draw at least two polygons of each class, in different places.</source>
        <translation>El mapa está al día. Todavía no se puede estimar su exactitud: dibuje al menos dos polígonos de cada clase, en lugares distintos.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Update map</source>
        <translation>Actualizar mapa</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Learn from the polygons as they are now, saved or not, and map the scene.</source>
        <translation>Aprender de los polígonos tal como están ahora, guardados o no, y cartografiar la escena.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Suggest next</source>
        <translation>Sugerir siguiente</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Find the places whose class would teach most, and go through them.</source>
        <translation>Encontrar los lugares cuya clase más enseñaría, y recorrerlos.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Show the class map, or what lies under it.</source>
        <translation>Mostrar el mapa de clases, o lo que hay debajo.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Show how sure the map is: dark places are unsure and need polygons.</source>
        <translation>Mostrar lo seguro que es el mapa: las zonas oscuras son inseguras y necesitan polígonos.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>The method of the map. The linear discriminant is fitted in milliseconds.</source>
        <translation>El método del mapa. El análisis discriminante lineal se ajusta en milisegundos.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Stop; the map stays as it was.</source>
        <translation>Detener; el mapa queda como estaba.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Looking for places to label</source>
        <translation>Buscando lugares para etiquetar</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Stopped; nothing was changed.</source>
        <translation>Detenido; no se ha cambiado nada.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Open a hyperspectral scene and choose it above.</source>
        <translation>Abra una escena hiperespectral y elíjala arriba.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Choose a layer of polygons, or make a new one.</source>
        <translation>Elija una capa de polígonos, o cree una nueva.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>The map is up to date. Cross-validated accuracy: {} %.</source>
        <translation>El mapa está al día. Exactitud por validación cruzada: {} %.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Linear discriminant (quick)</source>
        <translation>Discriminante lineal (rápido)</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>GeoSpecNet (spectrum only)</source>
        <translation>GeoSpecNet (solo espectro)</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Random forest</source>
        <translation>Bosque aleatorio</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Stopping …</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Mapping {}</source>
        <translation>Cartografiando {}</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>The map is in {}.</source>
        <translation>El mapa está en {}.</translation>
    </message>
    <message>
        <location filename="../../gui/messages.py"/>
        <source>Set up…</source>
        <translation>Instalar…</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>New training layer</source>
        <translation>Nueva capa de entrenamiento</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Classes, one a line; a colour may follow. More can be added later in the panel.</source>
        <translation>Clases, una por línea; puede seguir un color. Después se pueden añadir más en el panel.</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>File of the polygons:</source>
        <translation>Archivo de los polígonos:</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Choose a file for the polygons.</source>
        <translation>Elija un archivo para los polígonos.</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Automatic: CUDA where the NVIDIA driver is new enough, else CPU</source>
        <translation>Automático: CUDA si el controlador de NVIDIA es lo bastante nuevo, si no CPU</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Remove the backend&apos;s environment? Maps and models stay.</source>
        <translation>¿Eliminar el entorno del motor de cálculo? Los mapas y modelos se conservan.</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Set up</source>
        <translation>Instalar</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Upgrade</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Set up in the profile</source>
        <translation>Instalar en el perfil</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Verify</source>
        <translation>Verificar</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Run the self-test: versions, device, one second of work</source>
        <translation>Ejecutar la autoprueba: versiones, dispositivo, un segundo de trabajo</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Repair</source>
        <translation>Reparar</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Make the environment anew</source>
        <translation>Crear el entorno de nuevo</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Remove…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Choices</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>CPU only (about 0.4 GB to download)</source>
        <translation>Solo CPU (unos 0,4 GB de descarga)</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>CUDA, for NVIDIA graphics cards (about 3 GB to download)</source>
        <translation>CUDA, para tarjetas gráficas NVIDIA (unos 3 GB de descarga)</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>found by itself</source>
        <translation>el que se encuentre</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>from the network</source>
        <translation>desde la red</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>none: use the environment in the profile</source>
        <translation>ninguno: usar el entorno del perfil</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Check and use</source>
        <translation>Comprobar y usar</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Download only</source>
        <translation>Solo descargar</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Fill the folder with all files, for a computer without a network</source>
        <translation>Llenar la carpeta con todos los archivos, para un equipo sin red</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Python to make it with</source>
        <translation>Python para crearlo</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Python of your own</source>
        <translation>Python propio</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Read data that refer to files outside their own folder or to the network, as virtual rasters may. Only if you trust all that you open.</source>
        <translation>Leer datos que remiten a archivos fuera de su propia carpeta o a la red, como pueden hacerlo los rásteres virtuales. Solo si todo lo que se abre es de confianza.</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Open the folder of logs</source>
        <translation>Abrir la carpeta de registros</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Checking</source>
        <translation>Comprobando</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Remove the backend</source>
        <translation>Eliminar el motor de cálculo</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Cancelling…</source>
        <translation>Cancelando…</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>The self-test passed in {} s; it computes on: {}</source>
        <translation>La autoprueba se superó en {} s; se calcula en: {}</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Setting up</source>
        <translation>Instalando</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Repairing</source>
        <translation>Reparando</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>It takes some minutes, once, and about 2 GB (9 GB with CUDA).</source>
        <translation>Tarda unos minutos, una sola vez, y ocupa unos 2 GB (9 GB con CUDA).</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>GeoDiffNet computes in a Python environment of its own, apart from QGIS&apos;s. It is made in your profile: no administrator is needed, and nothing else on this computer changes. &lt;a href=&quot;{}&quot;&gt;More about it&lt;/a&gt;</source>
        <translation>GeoDiffNet calcula en un entorno de Python propio, separado del de QGIS. Se crea en el perfil del usuario: no hace falta un administrador, y nada más cambia en este equipo. &lt;a href=&quot;{}&quot;&gt;Más información&lt;/a&gt;</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Verifying</source>
        <translation>Verificando</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Python {}, PyTorch for {}, made {}</source>
        <translation>Python {}, PyTorch para {}, creado {}</translation>
    </message>
    <message>
        <location filename="../../gui/preview.py"/>
        <source>Class map (preview)</source>
        <translation>Mapa de clases (vista previa)</translation>
    </message>
    <message>
        <location filename="../../gui/preview.py"/>
        <source>Confidence (preview)</source>
        <translation>Confianza (vista previa)</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>Click a class in the list and draw some small polygons of it on the map.</source>
        <translation>Haga clic en una clase de la lista y dibuje en el mapa algunos polígonos pequeños de ella.</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>Keep the training layer in a folder in which you may create files.</source>
        <translation>Guarde la capa de entrenamiento en una carpeta en la que se puedan crear archivos.</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>Polygons of two classes at least are needed; there are {}.</source>
        <translation>Se necesitan polígonos de al menos dos clases; hay {}.</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>The folder {} cannot be made: {}</source>
        <translation>No se puede crear la carpeta {}: {}</translation>
    </message>
    <message>
        <location filename="../../gui/setup_run.py"/>
        <source>Please report this.</source>
        <translation>Por favor, comuníquelo.</translation>
    </message>
    <message>
        <location filename="../../gui/setup_run.py"/>
        <source>GeoDiffNet: {}</source>
        <translation>GeoDiffNet: {}</translation>
    </message>
    <message>
        <location filename="../../gui/setup_run.py"/>
        <source>Something unexpected happened: {}</source>
        <translation>Ha ocurrido algo inesperado: {}</translation>
    </message>
    <message>
        <location filename="../../gui/spectrum_plot.py"/>
        <source>The spectrum under the cursor (thick line) and the mean spectra of the classes in their colours.</source>
        <translation>El espectro bajo el cursor (línea gruesa) y los espectros medios de las clases en sus colores.</translation>
    </message>
    <message>
        <location filename="../../gui/spectrum_plot.py"/>
        <source>nm</source>
        <translation>nm</translation>
    </message>
    <message>
        <location filename="../../gui/spectrum_plot.py"/>
        <source>band</source>
        <translation>banda</translation>
    </message>
    <message>
        <location filename="../../gui/spectrum_plot.py"/>
        <source>Move the cursor over the scene to see its spectra.</source>
        <translation>Mueva el cursor sobre la escena para ver sus espectros.</translation>
    </message>
    <message>
        <location filename="../../gui/statistics.py"/>
        <source>Reading training polygons</source>
        <translation>Leyendo los polígonos de entrenamiento</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>the model hesitates</source>
        <translation>el modelo duda</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>nothing labelled looks like it</source>
        <translation>nada de lo etiquetado se le parece</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>much of the scene looks like it</source>
        <translation>gran parte de la escena se le parece</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>it balances doubt, frequency and novelty</source>
        <translation>equilibra duda, frecuencia y novedad</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Skip (Space)</source>
        <translation>Omitir (Espacio)</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>End</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Return to the place before.</source>
        <translation>Volver al lugar anterior.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>You cannot tell, or it shows several classes: go on to the next.</source>
        <translation>No se puede identificar, o muestra varias clases: pasar al siguiente.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Forget the remaining places.</source>
        <translation>Descartar los lugares restantes.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>The model takes it for &lt;b&gt;{}&lt;/b&gt; ({} %), or else {}.</source>
        <translation>El modelo lo toma por &lt;b&gt;{}&lt;/b&gt; ({} %), o si no por {}.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Press the number of its class, or skip it.</source>
        <translation>Pulse el número de su clase, u omítalo.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>&lt;b&gt;Which class is this?&lt;/b&gt; Place {} of {}.</source>
        <translation>&lt;b&gt;¿Qué clase es esta?&lt;/b&gt; Lugar {} de {}.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Add one, style the layer by categories of a text field, or make a training layer.</source>
        <translation>Añada uno, dé a la capa un estilo por categorías de un campo de texto, o cree una capa de entrenamiento.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Merge {} into {}</source>
        <translation>Combinar {} en {}</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Check that its file may be written, or make another training layer.</source>
        <translation>Compruebe que se puede escribir en su archivo, o cree otra capa de entrenamiento.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Check that the file may be written and its disk has space left.</source>
        <translation>Compruebe que se puede escribir en el archivo y que queda espacio en su disco.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>The layer {} has no text field “class”.</source>
        <translation>La capa {} no tiene un campo de texto «class».</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Draw {}</source>
        <translation>Dibujar {}</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Add class {}</source>
        <translation>Añadir la clase {}</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Remove class {}</source>
        <translation>Quitar la clase {}</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Recolour class {}</source>
        <translation>Cambiar el color de la clase {}</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Rename class {} to {}</source>
        <translation>Renombrar la clase {} como {}</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>The layer {} cannot be edited.</source>
        <translation>La capa {} no se puede editar.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>The polygons could not be saved: {}</source>
        <translation>No se pudieron guardar los polígonos: {}</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>True colour</source>
        <translation>Color verdadero</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Red, green and blue light, as the eye sees it.</source>
        <translation>Luz roja, verde y azul, como la ve el ojo.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Infrared</source>
        <translation>Infrarrojo</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Near infrared, red and green (CIR): plants are red, the healthier the brighter.</source>
        <translation>Infrarrojo cercano, rojo y verde (CIR): las plantas son rojas, más vivas cuanto más sanas.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>SWIR</source>
        <translation>SWIR</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Short-wave infrared, near infrared and red: soils, moisture, burns, minerals.</source>
        <translation>Infrarrojo de onda corta, infrarrojo cercano y rojo: suelos, humedad, quemas, minerales.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>PCA</source>
        <translation>ACP</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>The first three principal components: what differs most in all bands together.</source>
        <translation>Las tres primeras componentes principales: lo que más difiere en todas las bandas juntas.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>The scene has no bands at the wavelengths for this.</source>
        <translation>La escena no tiene bandas en las longitudes de onda necesarias.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Components of {}</source>
        <translation>Componentes de {}</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Looking at {}</source>
        <translation>Examinando {}</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Computing components of {}</source>
        <translation>Calculando componentes de {}</translation>
    </message>
</context>
</TS>
