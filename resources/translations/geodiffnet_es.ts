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
        <source>Maps a hyperspectral image with a trained model.</source>
        <translation>Cartografía una imagen hiperespectral con un modelo entrenado.</translation>
    </message>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <source>&lt;p&gt;Maps a hyperspectral image with a model that was trained on this scene or on another one of the same sensor; no training samples are needed.&lt;/p&gt;&lt;p&gt;Bands are matched by wavelength. Both scenes should contain reflectance in the same unit. A model does not correct for differences in illumination or atmosphere between scenes: check the confidence, and assess the map before you rely on it.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Cartografía una imagen hiperespectral con un modelo entrenado en esta escena o en otra del mismo sensor; no se necesitan muestras de entrenamiento.&lt;/p&gt;&lt;p&gt;Las bandas se emparejan por longitud de onda. Ambas escenas deben contener reflectancia en la misma unidad. Un modelo no corrige las diferencias de iluminación o de atmósfera entre escenas: compruebe la confianza y evalúe el mapa antes de confiar en él.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <source>hyperspectral,imaging spectroscopy,land cover,predict,classify,inference,transfer,time series,deep learning,diffusion</source>
        <translation>hiperespectral,espectroscopía de imágenes,cobertura del suelo,predecir,clasificar,inferencia,transferencia,serie temporal,aprendizaje profundo,difusión</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Assess a class map</source>
        <translation>Evaluar un mapa de clases</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Estimates the accuracy of a class map and the area of its classes.</source>
        <translation>Estima la exactitud de un mapa de clases y el área de sus clases.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>&lt;p&gt;Compares a class map, from this plugin or any other source, with reference data: overall accuracy, producer&apos;s and user&apos;s accuracy of each class, the confusion matrix and, where the reference data are a random sample, the area of each class with its confidence interval.&lt;/p&gt;&lt;p&gt;Reference data must not have been used for training. If you give the training samples, reference data inside them are reported separately.&lt;/p&gt;&lt;p&gt;If there are no reference data yet, draw a reference sample: identify the class of each point in the image, not in the map, enter it in the class field, and use the layer as reference data.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Compara un mapa de clases, de este complemento o de otra fuente, con datos de referencia: exactitud global, exactitud del productor y del usuario de cada clase, matriz de confusión y, si los datos de referencia son una muestra aleatoria, el área de cada clase con su intervalo de confianza.&lt;/p&gt;&lt;p&gt;Los datos de referencia no deben haberse usado en el entrenamiento. Si indica las muestras de entrenamiento, los datos de referencia situados en ellas se presentan por separado.&lt;/p&gt;&lt;p&gt;Si todavía no hay datos de referencia, extraiga una muestra de referencia: identifique la clase de cada punto en la imagen, no en el mapa, escríbala en el campo de clase y use la capa como datos de referencia.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <location filename="../../algorithms/zonal.py"/>
        <source>Class map</source>
        <translation>Mapa de clases</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The map to assess: a raster file whose first band holds class codes.</source>
        <translation>El mapa que se evalúa: un archivo ráster cuya primera banda contiene códigos de clases.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>A GeoPackage of points drawn at random from each class of the map, with an empty field for the class that you identify there.</source>
        <translation>Un GeoPackage de puntos extraídos al azar de cada clase del mapa, con un campo vacío para la clase que se identifique allí.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>accuracy,validation,confusion matrix,error matrix,area estimation,reference,ground truth,kappa,F1,stratified sample</source>
        <translation>exactitud,precisión,validación,matriz de confusión,matriz de error,estimación de áreas,referencia,verdad terreno,kappa,F1,muestra estratificada</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Reference map (alternative)</source>
        <translation>Mapa de referencia (alternativa)</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>A raster of class codes to use instead of reference data. It must be on the grid of the map; 0 and no data are ignored.</source>
        <translation>Un ráster de códigos de clases que se usa en lugar de los datos de referencia. Debe estar en la cuadrícula del mapa; 0 y «sin datos» se ignoran.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Strata</source>
        <translation>Estratos</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The raster whose classes are the strata of the sample, where that is not the map itself, for example an older map.</source>
        <translation>El ráster cuyas clases son los estratos de la muestra, si no es el propio mapa, por ejemplo un mapa anterior.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The same seed gives the same sample; another seed gives another one.</source>
        <translation>La misma semilla da la misma muestra; otra semilla da otra.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>A web page with all accuracies and their confidence intervals, the confusion matrix and the areas. The numbers are also written to a JSON file of the same name. Reference data are required.</source>
        <translation>Una página web con todas las exactitudes y sus intervalos de confianza, la matriz de confusión y las áreas. Los valores se escriben también en un archivo JSON del mismo nombre. Se requieren datos de referencia.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Reference sample</source>
        <translation>Muestra de referencia</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Overall accuracy</source>
        <translation>Exactitud global</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Average accuracy</source>
        <translation>Exactitud media</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Number of reference pixels</source>
        <translation>Número de píxeles de referencia</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>There are no reference data, and no reference sample is to be drawn.</source>
        <translation>No hay datos de referencia, y no se va a extraer ninguna muestra de referencia.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Choose reference data, or a file for the reference sample.</source>
        <translation>Elija datos de referencia, o un archivo para la muestra de referencia.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>No report is written, since there are no reference data.</source>
        <translation>No se escribe ningún informe, porque no hay datos de referencia.</translation>
    </message>
    <message>
        <location filename="../../algorithms/backend_algorithm.py"/>
        <source>Cancelled; nothing was written.</source>
        <translation>Cancelado; no se ha escrito nada.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>Choose another file name.</source>
        <translation>Elija otro nombre de archivo.</translation>
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
        <source>{}: the file {} is also an input or another output.</source>
        <translation>{}: el archivo {} es también una entrada u otra salida.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>{}: the folder {} does not exist.</source>
        <translation>{}: la carpeta {} no existe.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <location filename="../../gui/requests.py"/>
        <source>{}: the folder {} is not writable.</source>
        <translation>{}: no se puede escribir en la carpeta {}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Apply a model to many scenes</source>
        <translation>Aplicar un modelo a muchas escenas</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Maps many hyperspectral images with one model in parallel.</source>
        <translation>Cartografía muchas imágenes hiperespectrales en paralelo con un modelo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>&lt;p&gt;Maps many scenes of one sensor with a trained model in parallel, on this computer or on a cluster. Sizes, coordinate reference systems and no-data values may differ; bands are matched by wavelength.&lt;/p&gt;&lt;p&gt;A scene that cannot be mapped does not stop the others; the summary states the reason. Run the algorithm again with the same output folder to continue: after a cancellation or a crash, or when there are new scenes, completed scenes are skipped.&lt;/p&gt;&lt;p&gt;The summary, a web page and a table, contains the class areas, the mean confidence and the fraction outside the area of applicability of each scene. Assess some of the maps before you rely on all of them.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Cartografía muchas escenas de un sensor en paralelo con un modelo entrenado, en este equipo o en un clúster. Los tamaños, los sistemas de referencia de coordenadas y los valores «sin datos» pueden diferir; las bandas se emparejan por longitud de onda.&lt;/p&gt;&lt;p&gt;Una escena que no se puede cartografiar no detiene a las demás; el resumen indica el motivo. Ejecute de nuevo el algoritmo con la misma carpeta de salida para continuar: tras una cancelación o un fallo, o cuando haya escenas nuevas, las escenas completas se omiten.&lt;/p&gt;&lt;p&gt;El resumen, una página web y una tabla, contiene las áreas de las clases, la confianza media y la fracción fuera del área de aplicabilidad de cada escena. Evalúe algunos de los mapas antes de confiar en todos.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Cancelled; completed scenes were kept and will be skipped in the next run.</source>
        <translation>Cancelado; las escenas completas se conservan y se omitirán en la próxima ejecución.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Add each map to the project; not recommended for hundreds of scenes.</source>
        <translation>Añadir cada mapa al proyecto; no recomendado para cientos de escenas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>The folder of the maps, summary.html and summary.csv.</source>
        <translation>La carpeta de los mapas, de summary.html y de summary.csv.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>hyperspectral,batch,campaign,time series,mosaic,flight lines,parallel,cluster,Dask,predict,classify,land cover</source>
        <translation>hiperespectral,lote,campaña,serie temporal,mosaico,líneas de vuelo,paralelo,clúster,Dask,predecir,clasificar,cobertura del suelo</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Load the maps into the project</source>
        <translation>Cargar los mapas en el proyecto</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Output folder</source>
        <translation>Carpeta de salida</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Summary table</source>
        <translation>Tabla del resumen</translation>
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
        <source>Scenes skipped (already complete)</source>
        <translation>Escenas omitidas (ya completas)</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Scenes failed</source>
        <translation>Escenas fallidas</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>None of the scenes could be mapped.</source>
        <translation>No se pudo cartografiar ninguna de las escenas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>The reasons are in the log above and in {}.</source>
        <translation>Los motivos están en el registro de arriba y en {}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>Classify HSI with GeoDiffNet-F</source>
        <translation>Clasificar HSI con GeoDiffNet-F</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>Creates a class map from a hyperspectral image and training samples.</source>
        <translation>Crea un mapa de clases a partir de una imagen hiperespectral y muestras de entrenamiento.</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>&lt;p&gt;Creates a georeferenced class map from a hyperspectral image and training samples that you have drawn on it.&lt;/p&gt;&lt;p&gt;GeoDiffNet-F combines the spectrum of each pixel with spatial features, computed by a diffusion model that was pretrained on natural images. The map has your class names and, where the layer of training samples is styled by category, your colours.&lt;/p&gt;&lt;p&gt;A few polygons per class are enough to start with: classify, check where the map is wrong or its confidence low, draw more polygons there, and classify again. The accuracies are cross-validated; no polygon is used for both training and testing.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Crea un mapa de clases georreferenciado a partir de una imagen hiperespectral y de muestras de entrenamiento dibujadas sobre ella.&lt;/p&gt;&lt;p&gt;GeoDiffNet-F combina el espectro de cada píxel con características espaciales, calculadas por un modelo de difusión preentrenado con imágenes naturales. El mapa tiene sus nombres de clases y, si la capa de muestras de entrenamiento está categorizada, sus colores.&lt;/p&gt;&lt;p&gt;Para empezar bastan unos pocos polígonos por clase: clasifique, compruebe dónde el mapa es erróneo o su confianza baja, dibuje allí más polígonos y clasifique de nuevo. Las exactitudes se obtienen por validación cruzada; ningún polígono se usa a la vez para entrenar y para probar.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>hyperspectral,imaging spectroscopy,land cover,supervised,machine learning,deep learning,diffusion,linear discriminant analysis,random forest,support vector machine,training</source>
        <translation>hiperespectral,espectroscopía de imágenes,cobertura del suelo,supervisada,aprendizaje automático,aprendizaje profundo,difusión,análisis discriminante lineal,bosque aleatorio,máquina de vectores de soporte,entrenamiento</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>The trained model, which can be applied to other scenes of the same sensor.</source>
        <translation>El modelo entrenado, que se puede aplicar a otras escenas del mismo sensor.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Compare methods</source>
        <translation>Comparar métodos</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Cross-validates all methods on your training samples and recommends one.</source>
        <translation>Compara por validación cruzada todos los métodos con sus muestras de entrenamiento y recomienda uno.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>&lt;p&gt;Cross-validates all methods on an image and its training samples and recommends one. The report contains their accuracies with confidence intervals, the accuracy of each class, and the maps.&lt;/p&gt;&lt;p&gt;All methods use the same cross-validation folds; no polygon is used for both training and testing. Where two methods do not differ significantly, the simpler one is recommended.&lt;/p&gt;&lt;p&gt;Only the report is written: classify with the recommended method.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Compara por validación cruzada todos los métodos con una imagen y sus muestras de entrenamiento, y recomienda uno. El informe contiene sus exactitudes con intervalos de confianza, la exactitud de cada clase y los mapas.&lt;/p&gt;&lt;p&gt;Todos los métodos usan las mismas particiones de la validación cruzada; ningún polígono se usa a la vez para entrenar y para probar. Si dos métodos no difieren significativamente, se recomienda el más sencillo.&lt;/p&gt;&lt;p&gt;Solo se escribe el informe: clasifique con el método recomendado.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>The methods to compare. GeoDiffNet-F (geodiffnet-f) combines the spectrum with spatial features of a diffusion model; GeoDiffNet (geodiffnet) uses the spatial features only; GeoSpecNet (geospecnet, a neural network), linear discriminant analysis (lda), random forest (rf) and support vector machine (svm) use the spectrum only.</source>
        <translation>Los métodos que se comparan. GeoDiffNet-F (geodiffnet-f) combina el espectro con características espaciales de un modelo de difusión; GeoDiffNet (geodiffnet) usa solo las características espaciales; GeoSpecNet (geospecnet, una red neuronal), el análisis discriminante lineal (lda), el bosque aleatorio (rf) y la máquina de vectores de soporte (svm) usan solo el espectro.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>hyperspectral,machine learning,benchmark,linear discriminant analysis,random forest,support vector machine,deep learning,diffusion,cross-validation,accuracy,model selection</source>
        <translation>hiperespectral,aprendizaje automático,comparación,análisis discriminante lineal,bosque aleatorio,máquina de vectores de soporte,aprendizaje profundo,difusión,validación cruzada,exactitud,selección de modelos</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Methods</source>
        <translation>Métodos</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <location filename="../../algorithms/tune.py"/>
        <source>The same input data with the same seed give the same results; another seed shows how much of a difference depends on chance.</source>
        <translation>Los mismos datos de entrada con la misma semilla dan los mismos resultados; otra semilla muestra qué parte de una diferencia se debe al azar.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>A web page with the metrics of all methods, the accuracy of each class and the maps. The numbers are also written to a JSON file of the same name.</source>
        <translation>Una página web con las métricas de todos los métodos, la exactitud de cada clase y los mapas. Los valores se escriben también en un archivo JSON del mismo nombre.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Recommended method</source>
        <translation>Método recomendado</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Compute diffusion features</source>
        <translation>Calcular características de difusión</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Writes the spatial features of a diffusion model for each pixel of an image.</source>
        <translation>Escribe las características espaciales de un modelo de difusión para cada píxel de una imagen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>&lt;p&gt;Extracts spatial features of a hyperspectral image with a diffusion model that was pretrained on natural images: a raster with one named band per feature, on the grid of the image. Use it in other programs, for segmentation, clustering or a model of your own.&lt;/p&gt;&lt;p&gt;This is not needed for a classification: &lt;i&gt;Classify HSI with GeoDiffNet-F&lt;/i&gt; computes the same features itself. Both cache them for the next run.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Extrae características espaciales de una imagen hiperespectral con un modelo de difusión preentrenado con imágenes naturales: un ráster con una banda con nombre por característica, en la cuadrícula de la imagen. Úselo en otros programas, para segmentación, agrupamiento o un modelo propio.&lt;/p&gt;&lt;p&gt;No es necesario para una clasificación: &lt;i&gt;Clasificar HSI con GeoDiffNet-F&lt;/i&gt; calcula las mismas características por sí mismo. Ambos las guardan en caché para la siguiente ejecución.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>A GeoTIFF with one band per feature. The bands of each scale are ordered by the variance that they explain; the last bands are averages of the composites around each pixel. −9999 marks pixels without data.</source>
        <translation>Un GeoTIFF con una banda por característica. Las bandas de cada escala están ordenadas por la varianza que explican; las últimas bandas son promedios de las composiciones de color alrededor de cada píxel. −9999 marca los píxeles sin datos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>hyperspectral,embedding,texture,context,deep features,diffusion,UNet,activations,dimensionality reduction</source>
        <translation>hiperespectral,incrustación,textura,contexto,características profundas,difusión,UNet,activaciones,reducción de dimensión</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Features</source>
        <translation>Características</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Number of feature bands</source>
        <translation>Número de bandas de características</translation>
    </message>
    <message>
        <location filename="../../algorithms/groups.py"/>
        <source>Labelling</source>
        <translation>Etiquetado</translation>
    </message>
    <message>
        <location filename="../../algorithms/groups.py"/>
        <source>Classification</source>
        <translation>Clasificación</translation>
    </message>
    <message>
        <location filename="../../algorithms/groups.py"/>
        <source>Accuracy assessment</source>
        <translation>Evaluación de la exactitud</translation>
    </message>
    <message>
        <location filename="../../algorithms/groups.py"/>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Diffusion features</source>
        <translation>Características de difusión</translation>
    </message>
    <message>
        <location filename="../../algorithms/groups.py"/>
        <source>Setup</source>
        <translation>Instalación</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Spatial scales</source>
        <translation>Escalas espaciales</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Downsampling factors at which features are extracted: 1 is full resolution, 2 half resolution, and so on. Default: 2, 4.</source>
        <translation>Factores de submuestreo con los que se extraen las características: 1 es la resolución completa, 2 la mitad, y así sucesivamente. Por defecto: 2, 4.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>The pretrained diffusion model that computes the spatial features. “bundled” is small, part of the plugin, and works offline. “adm-imagenet64” is the backbone of the paper (1.2 GB, downloaded at first use); the path of its checkpoint can be given instead. Also supported: the path of a folder in diffusers format, or a model of the Hugging Face hub as owner/name@commit.</source>
        <translation>El modelo de difusión preentrenado que calcula las características espaciales. «bundled» es pequeño, forma parte del complemento y funciona sin conexión. «adm-imagenet64» es la red del artículo (1,2 GB, se descarga en el primer uso); en su lugar se puede indicar la ruta de su punto de control. También se admiten la ruta de una carpeta en formato diffusers, o un modelo del hub de Hugging Face como owner/name@commit.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Number of principal components of the network&apos;s activations that are kept at each scale. The denoised image is not reduced. If empty, 4, or 32 where decoder blocks are given.</source>
        <translation>Número de componentes principales de las activaciones de la red que se conservan en cada escala. La imagen sin ruido no se reduce. Si está vacío, 4, o 32 si se indican bloques del decodificador.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Decoder blocks</source>
        <translation>Bloques del decodificador</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Numbers of the decoder blocks of the network whose activations are used, such as 5, 8, 11. Low numbers give coarse features of a wide context, high numbers fine features of a narrow one; the number after the last block is the denoised image. Default for the bundled backbone: 2, 12 (12 is the denoised image). “Tune diffusion features” finds those that suit a scene.</source>
        <translation>Números de los bloques del decodificador de la red cuyas activaciones se usan, por ejemplo 5, 8, 11. Los números bajos dan características gruesas de un contexto amplio, los altos características finas de un contexto estrecho; el número tras el último bloque es la imagen sin ruido. Por defecto para la red incluida: 2, 12 (12 es la imagen sin ruido). «Ajustar las características de difusión» encuentra los adecuados para una escena.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Diffusion timesteps (noise level)</source>
        <translation>Pasos de tiempo de difusión (nivel de ruido)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>The timesteps of the diffusion process at which features are extracted: 0 is free of noise, 999 is pure noise. Default: 300. Several can be given, such as 100, 300.</source>
        <translation>Los pasos de tiempo del proceso de difusión en los que se extraen las características: 0 es sin ruido, 999 es ruido puro. Por defecto: 300. Se pueden indicar varios, por ejemplo 100, 300.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Composites</source>
        <translation>Composiciones de color</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>The three-band composites that are the input of the network: rgb, cir, swir, pca1 (principal components 1 to 3), pca2 (4 to 6). Default: pca1, pca2. Each one adds to the computing time.</source>
        <translation>Las composiciones de color de tres bandas que son la entrada de la red: rgb, cir, swir, pca1 (componentes principales 1 a 3), pca2 (4 a 6). Por defecto: pca1, pca2. Cada una aumenta el tiempo de cálculo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>Backbone</source>
        <translation>Red base</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Principal components per scale</source>
        <translation>Componentes principales por escala</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>The hyperspectral images: layers of the project, or files.</source>
        <translation>Las imágenes hiperespectrales: capas del proyecto, o archivos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>A folder whose rasters are scenes, as are the products in its subfolders. Maps of an earlier run are ignored.</source>
        <translation>Una carpeta cuyos rásteres son escenas, al igual que los productos de sus subcarpetas. Los mapas de una ejecución anterior se ignoran.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>The files of the scene folder to use, such as *.tif or flight*/*_refl.bsq; ** matches subfolders of any depth. If empty, all are used.</source>
        <translation>Los archivos de la carpeta de escenas que se usan, por ejemplo *.tif o flight*/*_refl.bsq; ** equivale a subcarpetas de cualquier profundidad. Si está vacío, se usan todos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>The pattern of the file names: {name} is the name of the scene, {folder} that of its folder, {kind} the content, such as map or confidence. A / creates subfolders.</source>
        <translation>El patrón de los nombres de archivo: {name} es el nombre de la escena, {folder} el de su carpeta, {kind} el contenido, como map o confidence. Una / crea subcarpetas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Number of processes on this computer, each of which maps one scene at a time. If empty, it depends on the CPU cores, GPUs and free memory.</source>
        <translation>Número de procesos en este equipo, cada uno de los cuales cartografía una escena a la vez. Si está vacío, depende de los núcleos de la CPU, las GPU y la memoria libre.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>The address of a running scheduler, such as tls://host:8786, whose workers map the scenes instead of this computer. They need the backend and access to the same files.</source>
        <translation>La dirección de un planificador en ejecución, por ejemplo tls://host:8786, cuyos procesos cartografían las escenas en lugar de este equipo. Necesitan el motor de cálculo y acceso a los mismos archivos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Scenes</source>
        <translation>Escenas</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Scene folder</source>
        <translation>Carpeta de escenas</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>File name pattern</source>
        <translation>Patrón de nombres de archivo</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>There are no scenes.</source>
        <translation>No hay escenas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Choose layers, files or a scene folder.</source>
        <translation>Elija capas, archivos o una carpeta de escenas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Choose another folder.</source>
        <translation>Elija otra carpeta.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Write confidence</source>
        <translation>Escribir la confianza</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>For each scene, the probability of the predicted class in percent.</source>
        <translation>Para cada escena, la probabilidad de la clase predicha en porcentaje.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Write class probabilities</source>
        <translation>Escribir las probabilidades de las clases</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>For each scene, one band per class. These files are large.</source>
        <translation>Para cada escena, una banda por clase. Estos archivos son grandes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Write area of applicability</source>
        <translation>Escribir el área de aplicabilidad</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>For each scene, the dissimilarity of each pixel to the training pixels.</source>
        <translation>Para cada escena, la disimilitud de cada píxel respecto a los píxeles de entrenamiento.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Write second choice</source>
        <translation>Escribir la segunda opción</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>For each scene, the second most probable class of each pixel.</source>
        <translation>Para cada escena, la segunda clase más probable de cada píxel.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Write margin to the second choice</source>
        <translation>Escribir el margen respecto a la segunda opción</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>For each scene, the difference between the probabilities of the mapped class and the second choice, in percent.</source>
        <translation>Para cada escena, la diferencia entre las probabilidades de la clase cartografiada y de la segunda opción, en porcentaje.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Recompute completed scenes</source>
        <translation>Recalcular las escenas completas</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>If unchecked, a scene is skipped when its map exists and was computed from the same file with the same model and settings.</source>
        <translation>Si no está marcado, una escena se omite cuando su mapa existe y se calculó a partir del mismo archivo con el mismo modelo y los mismos ajustes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Output file names</source>
        <translation>Nombres de los archivos de salida</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Parallel workers</source>
        <translation>Procesos en paralelo</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Dask scheduler address</source>
        <translation>Dirección del planificador de Dask</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>CA certificate</source>
        <translation>Certificado de la autoridad (CA)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Client certificate</source>
        <translation>Certificado de cliente</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Private key of the client certificate</source>
        <translation>Clave privada del certificado de cliente</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>A PEM file, for a scheduler whose address starts with tls://.</source>
        <translation>Un archivo PEM, para un planificador cuya dirección empieza por tls://.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>The folder {} does not exist.</source>
        <translation>La carpeta {} no existe.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/known_samples.py"/>
        <source>The training samples of the model. Locations similar to them have a low priority, and none is inside one of them.</source>
        <translation>Las muestras de entrenamiento del modelo. Las ubicaciones parecidas a ellas tienen una prioridad baja, y ninguna está dentro de una de ellas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/known_samples.py"/>
        <source>The field of the training samples that holds the class. The suggested locations get an empty field of the same name.</source>
        <translation>El campo de las muestras de entrenamiento que contiene la clase. Las ubicaciones sugeridas reciben un campo vacío del mismo nombre.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/known_samples.py"/>
        <location filename="../../algorithms/parameters/reference.py"/>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Training samples</source>
        <translation>Muestras de entrenamiento</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/labelled_layer.py"/>
        <source>{}: {} annotations of these classes: {}.</source>
        <translation>{}: {} anotaciones de estas clases: {}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/labelled_layer.py"/>
        <source>{}: the class field is not known.</source>
        <translation>{}: no se conoce el campo de clase.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/labelled_layer.py"/>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Choose one of these fields: {}.</source>
        <translation>Elija uno de estos campos: {}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/labelled_layer.py"/>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/labelled_layer.py"/>
        <source>{}: “{}” is used as the class field.</source>
        <translation>{}: se usa «{}» como campo de clase.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/labelled_layer.py"/>
        <source>{}: {} annotations without a class, or with several, were left out.</source>
        <translation>{}: se omitieron {} anotaciones sin clase o con varias.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>The map as a GeoTIFF on the grid of the image, with class names and colours. 0 marks pixels without data.</source>
        <translation>El mapa como GeoTIFF en la cuadrícula de la imagen, con nombres y colores de las clases. 0 marca los píxeles sin datos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <location filename="../../algorithms/zonal.py"/>
        <location filename="../../gui/map_buttons.py"/>
        <source>Confidence</source>
        <translation>Confianza</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with the probability of the predicted class in percent. Additional training samples help most where it is low.</source>
        <translation>Un GeoTIFF con la probabilidad de la clase predicha en porcentaje. Las muestras de entrenamiento adicionales son más útiles donde es baja.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Class probabilities</source>
        <translation>Probabilidades de las clases</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with one band per class: the probability of that class, 0 to 1.</source>
        <translation>Un GeoTIFF con una banda por clase: la probabilidad de esa clase, de 0 a 1.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Area of applicability</source>
        <translation>Área de aplicabilidad</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with the dissimilarity of each pixel to the training pixels. Above 1, a pixel is outside the area of applicability: its spectrum is unlike any training sample, and the accuracies do not apply to it.</source>
        <translation>Un GeoTIFF con la disimilitud de cada píxel respecto a los píxeles de entrenamiento. Por encima de 1, un píxel está fuera del área de aplicabilidad: su espectro no se parece a ninguna muestra de entrenamiento, y las exactitudes no le son aplicables.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Second choice</source>
        <translation>Segunda opción</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with the second most probable class of each pixel, in the names and colours of the map. Where the margin is low, it shows with which class the mapped one is confused.</source>
        <translation>Un GeoTIFF con la segunda clase más probable de cada píxel, con los nombres y colores del mapa. Donde el margen es bajo, muestra con qué clase se confunde la cartografiada.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Margin to the second choice</source>
        <translation>Margen respecto a la segunda opción</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with the difference between the probabilities of the mapped class and the second choice, in percent.</source>
        <translation>Un GeoTIFF con la diferencia entre las probabilidades de la clase cartografiada y de la segunda opción, en porcentaje.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Fraction of the scene outside the area of applicability</source>
        <translation>Fracción de la escena fuera del área de aplicabilidad</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>GeoDiffNet-F (geodiffnet-f) combines the spectrum with spatial features of a diffusion model and suits most scenes. GeoDiffNet (geodiffnet) uses the spatial features only. GeoSpecNet (geospecnet, a neural network), linear discriminant analysis (lda), random forest (rf) and support vector machine (svm) use the spectrum only; lda is fitted in milliseconds. The blend of all methods (auto) weights them by cross-validation and takes longest.</source>
        <translation>GeoDiffNet-F (geodiffnet-f) combina el espectro con características espaciales de un modelo de difusión y es adecuado para la mayoría de las escenas. GeoDiffNet (geodiffnet) usa solo las características espaciales. GeoSpecNet (geospecnet, una red neuronal), el análisis discriminante lineal (lda), el bosque aleatorio (rf) y la máquina de vectores de soporte (svm) usan solo el espectro; lda se ajusta en milisegundos. La combinación de todos los métodos (auto) los pondera por validación cruzada y es la que más tarda.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>Only for linear discriminant analysis: fit it to the spectrum and the diffusion features. The features are computed once per scene and cached.</source>
        <translation>Solo para el análisis discriminante lineal: ajustarlo al espectro y a las características de difusión. Las características se calculan una vez por escena y se guardan en caché.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>Default (recommended)</source>
        <translation>Por defecto (recomendado)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>As published in the paper</source>
        <translation>Como en el artículo</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>“As published” (paper) extracts features from one composite and one decoder block and trains the networks as in the paper, for comparison. The default is more accurate.</source>
        <translation>«Como en el artículo» (paper) extrae características de una composición de color y un bloque del decodificador, y entrena las redes como en el artículo, para comparar. El preajuste por defecto es más exacto.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <location filename="../../algorithms/tune.py"/>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>Use diffusion features in linear discriminant analysis</source>
        <translation>Usar las características de difusión en el análisis discriminante lineal</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>Preset</source>
        <translation>Preajuste</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>A model file written by “Train a model” or “Classify HSI with GeoDiffNet-F”. It contains the method, the classes and their colours.</source>
        <translation>Un archivo de modelo escrito por «Entrenar un modelo» o «Clasificar HSI con GeoDiffNet-F». Contiene el método, las clases y sus colores.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>Needed only for a model whose backbone is neither bundled nor in the cache of this computer: adm-imagenet64 or the path of its checkpoint, a folder in diffusers format, or a model of the Hugging Face hub as owner/name@commit. If empty, nothing is downloaded.</source>
        <translation>Solo es necesario para un modelo cuya red base no está incluida ni en la caché de este equipo: adm-imagenet64 o la ruta de su punto de control, una carpeta en formato diffusers, o un modelo del hub de Hugging Face como owner/name@commit. Si está vacío, no se descarga nada.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>Choose a .safetensors file written by this plugin.</source>
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
        <location filename="../../algorithms/parameters/more_scenes.py"/>
        <source>Images of the same sensor that also contain training samples; the samples of all scenes are in one layer. Bands are matched to the first image by wavelength. Where each class occurs in two scenes, whole scenes are held out in cross-validation.</source>
        <translation>Imágenes del mismo sensor que también contienen muestras de entrenamiento; las de todas las escenas están en una sola capa. Las bandas se emparejan con la primera imagen por longitud de onda. Si cada clase está presente en dos escenas, se reservan escenas enteras en la validación cruzada.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/more_scenes.py"/>
        <source>Additional training scenes</source>
        <translation>Escenas de entrenamiento adicionales</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Centre inside the polygon</source>
        <translation>Centro dentro del polígono</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>All touched pixels</source>
        <translation>Todos los píxeles tocados</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Minimum coverage</source>
        <translation>Cobertura mínima</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Which pixels a polygon labels: those with their centre inside it, all that it touches, or those that it covers by the minimum coverage. A polygon that is too small for any labels the pixel that it lies in.</source>
        <translation>Qué píxeles etiqueta un polígono: los que tienen su centro dentro, todos los que toca, o los que cubre al menos con la cobertura mínima. Un polígono demasiado pequeño para todos etiqueta el píxel en el que se encuentra.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Pixel selection rule</source>
        <translation>Regla de selección de píxeles</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Fraction of a pixel that a polygon has to cover, above 0 to 1. Used by the rule “Minimum coverage”.</source>
        <translation>Fracción de un píxel que debe cubrir un polígono, desde más de 0 hasta 1. La usa la regla «Cobertura mínima».</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Point radius (pixels)</source>
        <translation>Radio de los puntos (píxeles)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>A point labels the pixel that it lies in and the pixels whose centre is within this radius.</source>
        <translation>Un punto etiqueta el píxel en el que se encuentra y los píxeles cuyo centro está dentro de este radio.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Line width (pixels)</source>
        <translation>Anchura de las líneas (píxeles)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>A line of width 0 labels the pixels that it touches, a wider line those with their centre inside it.</source>
        <translation>Una línea de anchura 0 etiqueta los píxeles que toca; una más ancha, los que tienen su centro dentro.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>Exclude clouds, cirrus, haze, shadows, snow and saturated pixels, as far as the product flags them. The log states the share. Other images have no such layers.</source>
        <translation>Excluye nubes, cirros, calima, sombras, nieve y píxeles saturados, en la medida en que el producto los marca. El registro indica la proporción. Otras imágenes no tienen esas capas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>A raster with one band that excludes pixels where it is not 0, instead of the quality layers. It is resampled to the grid of the image if necessary.</source>
        <translation>Un ráster de una banda que excluye los píxeles donde no es 0, en lugar de las capas de calidad. Si es necesario, se remuestrea a la cuadrícula de la imagen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>Exclude pixels by the quality layers of the product</source>
        <translation>Excluir píxeles según las capas de calidad del producto</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>Quality mask</source>
        <translation>Máscara de calidad</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <location filename="../../algorithms/parameters/reference.py"/>
        <location filename="../../algorithms/parameters/scene.py"/>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <location filename="../../gui/cube.py"/>
        <source>Check that the file exists and opens in QGIS as a raster layer.</source>
        <translation>Compruebe que el archivo existe y que se abre en QGIS como capa ráster.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>Choose a raster with one band, in which 0 marks the pixels to keep.</source>
        <translation>Elija un ráster de una banda en el que 0 marque los píxeles que se conservan.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>The quality mask cannot be opened: {}</source>
        <translation>No se puede abrir la máscara de calidad: {}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>The quality mask {} has {} bands.</source>
        <translation>La máscara de calidad {} tiene {} bandas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>Points, polygons or lines of known class. Selections, filters, joins and temporary layers are respected.</source>
        <translation>Puntos, polígonos o líneas de clase conocida. Se respetan selecciones, filtros, uniones y capas temporales.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>The field of the reference data that holds the class: its name as in the map, or its code. Features without a value are ignored.</source>
        <translation>El campo de los datos de referencia que contiene la clase: su nombre como en el mapa, o su código. Los objetos sin valor se ignoran.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <location filename="../../algorithms/parameters/scene.py"/>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>By name</source>
        <translation>Por nombre</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>By code</source>
        <translation>Por código</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>How classes of the reference data are matched with classes of the map. “Automatic” matches the names that the layers show, and codes only where neither has names or the codes are unambiguous. Choose “By code” where the same code is known to mean the same class in both.</source>
        <translation>Cómo se emparejan las clases de los datos de referencia con las del mapa. «Automático» empareja los nombres que muestran las capas, y los códigos solo si ninguna tiene nombres o los códigos son inequívocos. Elija «Por código» si se sabe que el mismo código significa la misma clase en ambos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>The training samples of the map. Reference data inside them would make the accuracy too optimistic and are reported separately.</source>
        <translation>Las muestras de entrenamiento del mapa. Los datos de referencia situados en ellas harían la exactitud demasiado optimista y se presentan por separado.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>Reference data</source>
        <translation>Datos de referencia</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>Class matching</source>
        <translation>Emparejamiento de clases</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>Both reference data and a reference map were given.</source>
        <translation>Se indicaron tanto datos de referencia como un mapa de referencia.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Leave one of them empty.</source>
        <translation>Deje uno de los dos vacío.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{} cannot be opened: {}</source>
        <translation>No se puede abrir {}: {}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reports.py"/>
        <location filename="../../gui/map_texts.py"/>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reports.py"/>
        <source>Overall accuracy (cross-validation grouped by polygon)</source>
        <translation>Exactitud global (validación cruzada agrupada por polígonos)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reports.py"/>
        <source>Average accuracy (cross-validation)</source>
        <translation>Exactitud media (validación cruzada)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reports.py"/>
        <source>Kappa (cross-validation)</source>
        <translation>Kappa (validación cruzada)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reports.py"/>
        <source>HTML files (*.html)</source>
        <translation>Archivos HTML (*.html)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Simple random</source>
        <translation>Aleatorio simple</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Stratified random</source>
        <translation>Aleatorio estratificado</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Purposive (not random)</source>
        <translation>Intencional (no aleatorio)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Census (complete coverage)</source>
        <translation>Censo (cobertura completa)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>How the locations of the reference data were selected: at random over the whole map, at random within each class, purposively (which allows no estimates for the whole map), or everywhere. “Automatic” assumes a stratified sample for points and a purposive one for polygons and lines.</source>
        <translation>Cómo se eligieron las ubicaciones de los datos de referencia: al azar en todo el mapa, al azar en cada clase, de forma intencional (lo que no permite estimaciones para todo el mapa), o en todas partes. «Automático» supone una muestra estratificada para puntos, e intencional para polígonos y líneas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Number of points to draw. Used only when a reference sample is drawn.</source>
        <translation>Número de puntos que se extraen. Solo se usa cuando se extrae una muestra de referencia.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Olofsson et al. (recommended)</source>
        <translation>Olofsson et al. (recomendado)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Proportional to area</source>
        <translation>Proporcional al área</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Equal</source>
        <translation>Igual</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>How the points are allocated to the classes. Olofsson et al. (olofsson): 50 to 100 points for rare classes, proportional to area for the others; proportional: proportional to area; equal: the same number for each class.</source>
        <translation>Cómo se asignan los puntos a las clases. Olofsson et al. (olofsson): de 50 a 100 puntos para las clases raras, proporcional al área para las demás; proportional: proporcional al área; equal: el mismo número para cada clase.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Sampling design</source>
        <translation>Diseño de muestreo</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Sample size</source>
        <translation>Tamaño de la muestra</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Sample allocation</source>
        <translation>Asignación de la muestra</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>The scene, as reflectance, with at least three bands. Wavelengths and bad bands are read from its metadata. Any format or subdataset that QGIS opens as a raster layer is supported, and the metadata file or folder of an EnMAP, PRISMA, DESIS, EMIT, Tanager, NEON, AVIRIS, Wyvern or Hyperfield product.</source>
        <translation>La escena, en reflectancia, con al menos tres bandas. Las longitudes de onda y las bandas defectuosas se leen de sus metadatos. Se admite cualquier formato o subconjunto de datos que QGIS abra como capa ráster, y el archivo de metadatos o la carpeta de un producto EnMAP, PRISMA, DESIS, EMIT, Tanager, NEON, AVIRIS, Wyvern o Hyperfield.</translation>
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
        <translation>GPU NVIDIA (CUDA)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Apple GPU (MPS)</source>
        <translation>GPU Apple (MPS)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>The device to compute on. “Automatic” uses a GPU where a suitable one is found.</source>
        <translation>El dispositivo en el que se calcula. «Automático» usa una GPU si se encuentra una adecuada.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Approximate amount of memory that may be used. If empty, it depends on the free memory. Decrease it if a run was stopped because memory ran out.</source>
        <translation>Cantidad aproximada de memoria que se puede usar. Si está vacío, depende de la memoria libre. Redúzcala si una ejecución se detuvo por falta de memoria.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Also read data that refer to files outside their own folder or to the network, as virtual rasters may. Use this only for data that you trust. The default is set in the options of the plugin.</source>
        <translation>Leer también datos que remiten a archivos fuera de su propia carpeta o a la red, como pueden hacer los rásteres virtuales. Úselo solo con datos de confianza. El valor por defecto se define en las opciones del complemento.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Band numbers and ranges, such as 1-5, 130-135. Bands that the metadata mark as bad and empty bands are always excluded.</source>
        <translation>Números e intervalos de bandas, por ejemplo 1-5, 130-135. Las bandas que los metadatos marcan como defectuosas y las bandas vacías se excluyen siempre.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Three band numbers, such as 30, 20, 10, for an image without wavelengths. Otherwise the bands are selected by wavelength.</source>
        <translation>Tres números de banda, por ejemplo 30, 20, 10, para una imagen sin longitudes de onda. En otro caso, las bandas se eligen por longitud de onda.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Exclude bands in the water vapour absorption regions (1340–1460, 1790–1960 and above 2450 nm) and bands with almost constant values. The log lists them.</source>
        <translation>Excluir las bandas de absorción del vapor de agua (1340–1460, 1790–1960 y por encima de 2450 nm) y las bandas con valores casi constantes. El registro las enumera.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Hyperspectral image</source>
        <translation>Imagen hiperespectral</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Choose the hyperspectral scene, not a map or a single band of it.</source>
        <translation>Elija la escena hiperespectral, no un mapa ni una sola de sus bandas.</translation>
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
        <location filename="../../gui/options_page.py"/>
        <source>Allow references to other folders and the network</source>
        <translation>Permitir referencias a otras carpetas y a la red</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Bands to exclude</source>
        <translation>Bandas que se excluyen</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Red, green and blue bands</source>
        <translation>Bandas roja, verde y azul</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Exclude bands without signal</source>
        <translation>Excluir las bandas sin señal</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <location filename="../../gui/cube.py"/>
        <source>The image cannot be opened: {}</source>
        <translation>No se puede abrir la imagen: {}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>The image {} has too few bands ({}); at least {} are needed.</source>
        <translation>La imagen {} tiene muy pocas bandas ({}); se necesitan al menos {}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Training data (at least one of these)</source>
        <translation>Datos de entrenamiento (al menos uno)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Classifier</source>
        <translation>Clasificador</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Labelled pixels</source>
        <translation>Píxeles etiquetados</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Bands and excluded pixels</source>
        <translation>Bandas y píxeles excluidos</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Rasters to write</source>
        <translation>Rásteres que se escriben</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Computation</source>
        <translation>Cálculo</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/seed.py"/>
        <source>Random seed</source>
        <translation>Semilla aleatoria</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/spectral_libraries.py"/>
        <source>Spectral libraries (with or instead of training samples)</source>
        <translation>Bibliotecas espectrales (con muestras de entrenamiento o en lugar de ellas)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/spectral_libraries.py"/>
        <source>Class field of the spectral libraries</source>
        <translation>Campo de clase de las bibliotecas espectrales</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/spectral_libraries.py"/>
        <source>The field that holds the class of a spectrum; “name” is the name of the spectrum, “folder” that of the folder of its file. If empty, the field “class” is used, or the name without its number where there is no such field.</source>
        <translation>El campo que contiene la clase de un espectro; «name» es el nombre del espectro y «folder» el de la carpeta de su archivo. Si está vacío, se usa el campo «class» o, si no existe, el nombre sin su número.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/spectral_libraries.py"/>
        <source>Choose a file, or a folder of files with one spectrum each.</source>
        <translation>Elija un archivo o una carpeta de archivos con un espectro cada uno.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/spectral_libraries.py"/>
        <source>The spectral library {} does not exist.</source>
        <translation>La biblioteca espectral {} no existe.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Spectra of known class to use in addition to training samples or instead of them: ENVI (.sli), CSV, ECOSTRESS, USGS splib07, ASD or EnMAP-Box files, or folders of them. They are resampled to the bands of the image, which needs wavelengths. With libraries, the method uses the spectrum only.</source>
        <translation>Espectros de clase conocida que se usan además de las muestras de entrenamiento o en lugar de ellas: archivos ENVI (.sli), CSV, ECOSTRESS, USGS splib07, ASD o EnMAP-Box, o carpetas con ellos. Se remuestrean a las bandas de la imagen, que necesita longitudes de onda. Con bibliotecas, el método usa solo el espectro.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>A web page with the accuracies, the confusion matrix, the weights of the base classifiers, the input data and the settings.</source>
        <translation>Una página web con las exactitudes, la matriz de confusión, los pesos de los clasificadores base, los datos de entrada y los ajustes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>The same input data with the same seed give the same map; another seed shows how much of the map depends on chance.</source>
        <translation>Los mismos datos de entrada con la misma semilla dan el mismo mapa; otra semilla muestra qué parte del mapa se debe al azar.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Annotation layers are training samples, too: the text in a shape is its class, or the name of a layer without texts. Files of other tools can be given by their path: training input of the SCP (.scpx), regions of ENVI (.xml, .txt), datasets of the EnMAP-Box (.json) and tables with coordinates (.csv).</source>
        <translation>Las capas de anotaciones también son muestras de entrenamiento: el texto dentro de una forma es su clase, o lo es el nombre de una capa sin textos. Los archivos de otros programas pueden indicarse por su ruta: datos de entrenamiento del SCP (.scpx), regiones de ENVI (.xml, .txt), conjuntos de datos de EnMAP-Box (.json) y tablas con coordenadas (.csv).</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Polygons, points or lines of known class, in any coordinate reference system: at least two classes with three pixels each; recommended are five to ten small polygons per class, spread over the scene. Selections, filters, joins and temporary layers are respected.</source>
        <translation>Polígonos, puntos o líneas de clase conocida, en cualquier sistema de referencia de coordenadas: al menos dos clases con tres píxeles cada una; se recomiendan de cinco a diez polígonos pequeños por clase, repartidos por la escena. Se respetan selecciones, filtros, uniones y capas temporales.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>The field that holds the class of a training sample, as a name or an integer code. Samples without a value are ignored. If empty, it is the field that styles the layer, one with a usual name such as class or species, or the only text field.</source>
        <translation>El campo que contiene la clase de una muestra de entrenamiento, como nombre o código entero. Las muestras sin valor se ignoran. Si está vacío, es el campo del estilo de la capa, uno con un nombre habitual como class o species, o el único campo de texto.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Label raster (instead of training samples)</source>
        <translation>Ráster de etiquetas (en lugar de muestras de entrenamiento)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>A raster to use instead of training samples: its first band holds an integer code for each class, and 0 or no data where the class is unknown. Connected pixels of a class are treated as one polygon. Class names and colours are read from the layer&apos;s style or from the file.</source>
        <translation>Un ráster que se usa en lugar de muestras de entrenamiento vectoriales: su primera banda contiene un código entero por clase, y 0 o «sin datos» donde la clase es desconocida. Los píxeles conectados de una clase se tratan como un polígono. Los nombres y colores de las clases se leen del estilo de la capa o del archivo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Both training samples and a label raster were given.</source>
        <translation>Se indicaron tanto muestras de entrenamiento como un ráster de etiquetas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>No training samples were given.</source>
        <translation>No se indicaron muestras de entrenamiento.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Choose a layer of training samples or a label raster.</source>
        <translation>Elija una capa de muestras de entrenamiento o un ráster de etiquetas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>The label raster cannot be opened: {}</source>
        <translation>No se puede abrir el ráster de etiquetas: {}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Choose a layer of training samples, a label raster or spectral libraries.</source>
        <translation>Elija una capa de muestras de entrenamiento, un ráster de etiquetas o bibliotecas espectrales.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <location filename="../../gui/layers_section.py"/>
        <location filename="../../gui/samples/import_dialog.py"/>
        <source>Class field</source>
        <translation>Campo de clase</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Check that the file exists and opens in QGIS as a vector layer.</source>
        <translation>Compruebe que el archivo existe y que se abre en QGIS como capa vectorial.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Choose a layer of polygons, points or lines.</source>
        <translation>Elija una capa de polígonos, puntos o líneas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Draw some features. If “Selected features only” is checked, select some or uncheck it.</source>
        <translation>Dibuje algunos objetos. Si «Solo objetos seleccionados» está marcado, seleccione algunos o desmárquelo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: {} is a table without geometries.</source>
        <translation>{}: {} es una tabla sin geometrías.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: there is no field “{}”.</source>
        <translation>{}: no hay ningún campo «{}».</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: no coordinate reference system; that of the image is assumed.</source>
        <translation>{}: no hay sistema de referencia de coordenadas; se supone el de la imagen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: the layer contains no features.</source>
        <translation>{}: la capa no contiene objetos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: {} invalid geometries were repaired.</source>
        <translation>{}: se repararon {} geometrías no válidas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/provider.py"/>
        <source>GeoDiffNet: hyperspectral classification</source>
        <translation>GeoDiffNet: clasificación hiperespectral</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Set up the backend</source>
        <translation>Instalar el motor de cálculo</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Installs, verifies, repairs or removes the Python environment of the backend.</source>
        <translation>Instala, verifica, repara o elimina el entorno de Python del motor de cálculo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>&lt;p&gt;The backend of GeoDiffNet runs in its own Python environment, separate from the Python of QGIS. This algorithm installs it in your QGIS profile: no administrator rights are needed, and nothing else on the computer is changed.&lt;/p&gt;&lt;p&gt;Every file is verified against the checksum of the tested version. If the installation is cancelled or fails, the previous environment is kept; the next attempt reuses completed downloads. At the end a self-test runs.&lt;/p&gt;&lt;p&gt;The same actions are available under &lt;i&gt;Settings ▸ Options ▸ GeoDiffNet&lt;/i&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;El motor de cálculo de GeoDiffNet funciona en su propio entorno de Python, separado del Python de QGIS. Este algoritmo lo instala en su perfil de QGIS: no se necesitan derechos de administrador, y no se modifica nada más en el equipo.&lt;/p&gt;&lt;p&gt;Cada archivo se verifica con la suma de comprobación de la versión probada. Si la instalación se cancela o falla, se conserva el entorno anterior; el siguiente intento reutiliza las descargas completas. Al final se ejecuta una autoprueba.&lt;/p&gt;&lt;p&gt;Las mismas acciones están en &lt;i&gt;Configuración ▸ Opciones ▸ GeoDiffNet&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>setup: install the environment, or upgrade it after an upgrade of the plugin. verify: run the self-test. repair: install the environment again. download: only fill the wheel folder, for computers without a network connection. use: use an existing Python environment. remove: delete the environment.</source>
        <translation>setup: instalar el entorno, o actualizarlo tras una actualización del complemento. verify: ejecutar la autoprueba. repair: reinstalar el entorno. download: solo llenar la carpeta de wheels, para equipos sin conexión de red. use: usar un entorno de Python existente. remove: eliminar el entorno.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>CPU only</source>
        <translation>Solo CPU</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>“Automatic” installs the build for NVIDIA GPUs (CUDA, about 3 GB to download) where a sufficiently recent driver is found, and otherwise the CPU build (about 0.4 GB). On a Mac there is one build, which supports Apple&apos;s GPU.</source>
        <translation>«Automático» instala la compilación para GPU NVIDIA (CUDA, unos 3 GB de descarga) si se encuentra un controlador suficientemente reciente, y en otro caso la de CPU (unos 0,4 GB). En un Mac hay una sola compilación, que admite la GPU de Apple.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>A folder of wheels to install from, without a network connection; for the action “Download only”, the folder to fill. It must contain the tested files for this system and Python version.</source>
        <translation>Una carpeta de wheels desde la que instalar, sin conexión de red; para la acción «Solo descargar», la carpeta que se llena. Debe contener los archivos probados para este sistema y esta versión de Python.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>The base Python of the environment. If empty, it is detected (the Python of QGIS on Windows, python3 of the system on Linux). For the action “Use a custom Python environment”, the interpreter of an environment that contains all packages; empty to use the environment in the profile again.</source>
        <translation>El Python base del entorno. Si está vacío, se detecta (el Python de QGIS en Windows, el python3 del sistema en Linux). Para la acción «Usar un entorno de Python propio», el intérprete de un entorno que contiene todos los paquetes; vacío para volver a usar el entorno del perfil.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>install,installation,environment,python,pip,torch,pytorch,cuda,gpu,dependencies,upgrade,repair,verify,uninstall,offline,wheels</source>
        <translation>instalar,instalación,entorno,python,pip,torch,pytorch,cuda,gpu,dependencias,actualizar,reparar,verificar,desinstalar,sin conexión,wheels</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>PyTorch build</source>
        <translation>Compilación de PyTorch</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Wheel folder</source>
        <translation>Carpeta de wheels</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Python interpreter</source>
        <translation>Intérprete de Python</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>State of the backend</source>
        <translation>Estado del motor de cálculo</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Environment folder</source>
        <translation>Carpeta del entorno</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Duration of the self-test (seconds)</source>
        <translation>Duración de la autoprueba (segundos)</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../bridge/setup/actions.py"/>
        <source>No folder was chosen for the download.</source>
        <translation>No se eligió ninguna carpeta para la descarga.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Choose one as “Wheel folder”.</source>
        <translation>Elija una como «Carpeta de wheels».</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Cancelled; the previous environment was kept.</source>
        <translation>Cancelado; se conserva el entorno anterior.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Set up or upgrade</source>
        <translation>Instalar o actualizar</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Verify (run the self-test)</source>
        <translation>Verificar (ejecutar la autoprueba)</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Repair (reinstall)</source>
        <translation>Reparar (reinstalar)</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Download only</source>
        <translation>Solo descargar</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Use a custom Python environment</source>
        <translation>Usar un entorno de Python propio</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Remove</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Create a spectral library</source>
        <translation>Crear una biblioteca espectral</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Writes spectra of training samples or of other libraries as a spectral library.</source>
        <translation>Escribe espectros de muestras de entrenamiento o de otras bibliotecas como biblioteca espectral.</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>&lt;p&gt;Writes the spectra of training samples as a spectral library, or resamples existing libraries to the bands of an image. Both can be combined in one library.&lt;/p&gt;&lt;p&gt;Use the library in other programs, or as training samples for another scene: &lt;i&gt;Classify HSI with GeoDiffNet-F&lt;/i&gt; and &lt;i&gt;Train a model&lt;/i&gt; read it under &lt;i&gt;Spectral libraries&lt;/i&gt;. The spectra of another scene differ by illumination, atmosphere and season: assess a map that was made with them.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Escribe los espectros de muestras de entrenamiento como biblioteca espectral, o remuestrea bibliotecas existentes a las bandas de una imagen. Ambas cosas pueden combinarse en una biblioteca.&lt;/p&gt;&lt;p&gt;La biblioteca puede usarse en otros programas, o como muestras de entrenamiento para otra escena: &lt;i&gt;Clasificar HSI con GeoDiffNet-F&lt;/i&gt; y &lt;i&gt;Entrenar un modelo&lt;/i&gt; la leen en &lt;i&gt;Bibliotecas espectrales&lt;/i&gt;. Los espectros de otra escena difieren por la iluminación, la atmósfera y la estación: evalúe un mapa creado con ellos.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Libraries to resample to the bands of the image, which needs wavelengths: ENVI (.sli), CSV, ECOSTRESS, USGS splib07, ASD or EnMAP-Box files, or folders of them.</source>
        <translation>Bibliotecas que se remuestrean a las bandas de la imagen, que necesita longitudes de onda: archivos ENVI (.sli), CSV, ECOSTRESS, USGS splib07, ASD o EnMAP-Box, o carpetas con ellos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Polygons, points or lines of known class, in any coordinate reference system. Selections, filters, joins and temporary layers are respected.</source>
        <translation>Polígonos, puntos o líneas de clase conocida, en cualquier sistema de referencia de coordenadas. Se respetan selecciones, filtros, uniones y capas temporales.</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Write one spectrum per training sample, the mean of its pixels, instead of one per pixel. Spectra of libraries are not averaged.</source>
        <translation>Escribe un espectro por muestra de entrenamiento, la media de sus píxeles, en lugar de uno por píxel. Los espectros de bibliotecas no se promedian.</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>The library to write: in ENVI format with its header (.sli), or as a table (.csv) with name, class and origin of each spectrum.</source>
        <translation>La biblioteca que se escribe: en formato ENVI con su cabecera (.sli), o como tabla (.csv) con nombre, clase y origen de cada espectro.</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>hyperspectral,imaging spectroscopy,spectral library,spectra,endmembers,training samples,resample,ENVI,CSV</source>
        <translation>hiperespectral,espectroscopia de imagen,biblioteca espectral,espectros,endmembers,muestras de entrenamiento,remuestrear,ENVI,CSV</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Write the mean spectrum of each polygon</source>
        <translation>Escribir el espectro medio de cada polígono</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Spectral library</source>
        <translation>Biblioteca espectral</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Number of spectra</source>
        <translation>Número de espectros</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Choose a name that ends in .sli (ENVI) or .csv.</source>
        <translation>Elija un nombre que termine en .sli (ENVI) o .csv.</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>ENVI spectral libraries (*.sli);;Tables (*.csv)</source>
        <translation>Bibliotecas espectrales ENVI (*.sli);;Tablas (*.csv)</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>The format of the library {} is unknown.</source>
        <translation>El formato de la biblioteca {} es desconocido.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Suggest where to label next</source>
        <translation>Sugerir dónde etiquetar a continuación</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Finds the locations whose class would improve a model most (active learning).</source>
        <translation>Encuentra las ubicaciones cuya clase mejoraría más un modelo (aprendizaje activo).</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>&lt;p&gt;Active learning: finds locations in a scene whose class would improve a model most. They have a low confidence or are unlike any training sample, and are not too similar to each other.&lt;/p&gt;&lt;p&gt;The result is a layer to complete: check each location in the image, enter its class in the class field, correct or enlarge the polygon, and delete the locations whose class you cannot identify. Then add the rest to your training samples and classify again.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Aprendizaje activo: encuentra en una escena las ubicaciones cuya clase mejoraría más un modelo. Tienen una confianza baja o no se parecen a ninguna muestra de entrenamiento, y no se parecen demasiado entre sí.&lt;/p&gt;&lt;p&gt;El resultado es una capa que hay que completar: examine cada ubicación en la imagen, escriba su clase en el campo de clase, corrija o amplíe el polígono, y elimine las ubicaciones cuya clase no pueda identificar. Añada después las demás a sus muestras de entrenamiento y clasifique de nuevo.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>A GeoPackage of the locations with their number, an empty class field, the two most probable classes, the confidence in percent and the reason for the suggestion.</source>
        <translation>Un GeoPackage de las ubicaciones con su número, un campo de clase vacío, las dos clases más probables, la confianza en porcentaje y el motivo de la sugerencia.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>How many locations to suggest; number 1 has the highest priority.</source>
        <translation>Cuántas ubicaciones se sugieren; la número 1 tiene la prioridad más alta.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Polygon (pixel outline)</source>
        <translation>Polígono (contorno del píxel)</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Point (pixel centre)</source>
        <translation>Punto (centro del píxel)</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>A polygon with the outline of the pixel, which can be enlarged, or a point.</source>
        <translation>Un polígono con el contorno del píxel, que se puede ampliar, o un punto.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Another location within this distance gets a much lower priority. If empty, it depends on the size of the scene and the number of suggestions.</source>
        <translation>Otra ubicación a menos de esta distancia recibe una prioridad mucho menor. Si está vacío, depende del tamaño de la escena y del número de sugerencias.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>hyperspectral,active learning,training samples,sampling,uncertainty,novelty</source>
        <translation>hiperespectral,aprendizaje activo,muestras de entrenamiento,muestreo,incertidumbre,novedad</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>The same input data with the same seed give the same locations.</source>
        <translation>Los mismos datos de entrada con la misma semilla dan las mismas ubicaciones.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Suggested locations</source>
        <translation>Ubicaciones sugeridas</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Number of suggested locations</source>
        <translation>Número de ubicaciones sugeridas</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Number of suggestions</source>
        <translation>Número de sugerencias</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Geometry type</source>
        <translation>Tipo de geometría</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Minimum distance (pixels)</source>
        <translation>Distancia mínima (píxeles)</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>Train a model</source>
        <translation>Entrenar un modelo</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>Trains a model with training samples, to be applied to other scenes.</source>
        <translation>Entrena un modelo con muestras de entrenamiento, para aplicarlo a otras escenas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>&lt;p&gt;Trains a model with the training samples that you have drawn on a hyperspectral image, estimates its accuracy, and writes it to a file.&lt;/p&gt;&lt;p&gt;No map is created. &lt;i&gt;Apply a model&lt;/i&gt; uses the file to map this scene, or others of the same sensor; &lt;i&gt;Classify HSI with GeoDiffNet-F&lt;/i&gt; trains and maps in one step.&lt;/p&gt;&lt;p&gt;The accuracies are cross-validated; no polygon is used for both training and testing.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Entrena un modelo con las muestras de entrenamiento dibujadas sobre una imagen hiperespectral, estima su exactitud y lo escribe en un archivo.&lt;/p&gt;&lt;p&gt;No se crea ningún mapa. &lt;i&gt;Aplicar un modelo&lt;/i&gt; usa el archivo para cartografiar esta escena, u otras del mismo sensor; &lt;i&gt;Clasificar HSI con GeoDiffNet-F&lt;/i&gt; entrena y cartografía en un solo paso.&lt;/p&gt;&lt;p&gt;Las exactitudes se obtienen por validación cruzada; ningún polígono se usa a la vez para entrenar y para probar.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>hyperspectral,imaging spectroscopy,supervised,machine learning,deep learning,diffusion,linear discriminant analysis,random forest,support vector machine,fit,accuracy</source>
        <translation>hiperespectral,espectroscopía de imágenes,supervisada,aprendizaje automático,aprendizaje profundo,difusión,análisis discriminante lineal,bosque aleatorio,máquina de vectores de soporte,ajustar,exactitud</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>The file of the trained model (.safetensors). It contains everything that is needed to map other scenes, on this or another computer, and no program code.</source>
        <translation>El archivo del modelo entrenado (.safetensors). Contiene todo lo necesario para cartografiar otras escenas, en este u otro equipo, y ningún código de programa.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Create a training layer</source>
        <translation>Crear una capa de entrenamiento</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Creates an empty polygon layer for the training samples of your classes.</source>
        <translation>Crea una capa de polígonos vacía para las muestras de entrenamiento de sus clases.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>&lt;p&gt;Creates an empty polygon layer for training samples, in the coordinate reference system of the scene.&lt;/p&gt;&lt;p&gt;Each class has a colour, and the attribute form of a new polygon offers the classes as a list. Names and colours are stored in the GeoPackage and are also used for the class map.&lt;/p&gt;&lt;p&gt;The panel &lt;i&gt;GeoDiffNet labelling&lt;/i&gt; can also create such a layer, and helps to draw the polygons.&lt;/p&gt;&lt;p&gt;Example of a class list: &lt;code&gt;water=#2f7fd1, tree, roof=#d1453b&lt;/code&gt;&lt;/p&gt;</source>
        <translation>&lt;p&gt;Crea una capa de polígonos vacía para muestras de entrenamiento, en el sistema de referencia de coordenadas de la escena.&lt;/p&gt;&lt;p&gt;Cada clase tiene un color, y el formulario de atributos de un polígono nuevo ofrece las clases en una lista. Los nombres y colores se guardan en el GeoPackage y se usan también en el mapa de clases.&lt;/p&gt;&lt;p&gt;El panel &lt;i&gt;Etiquetado GeoDiffNet&lt;/i&gt; también puede crear una capa así, y ayuda a dibujar los polígonos.&lt;/p&gt;&lt;p&gt;Ejemplo de lista de clases: &lt;code&gt;water=#2f7fd1, tree, roof=#d1453b&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>The scene to draw on; the layer gets its coordinate reference system.</source>
        <translation>La escena sobre la que se dibuja; la capa recibe su sistema de referencia de coordenadas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>The classes, one per line or separated by commas, each as a name or as name=#rrggbb. Classes without a colour are assigned one; more classes can be added later.</source>
        <translation>Las clases, una por línea o separadas por comas, cada una como nombre o como nombre=#rrggbb. A las clases sin color se les asigna uno; se pueden añadir más clases después.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>The GeoPackage to create, with a text field “class”. A file that contains features is never overwritten.</source>
        <translation>El GeoPackage que se crea, con un campo de texto «class». Un archivo que contiene objetos nunca se sobrescribe.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>hyperspectral,training samples,polygons,digitize,draw,classes,labels,GeoPackage</source>
        <translation>hiperespectral,muestras de entrenamiento,polígonos,digitalizar,dibujar,clases,etiquetas,GeoPackage</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <location filename="../../gui/dock.py"/>
        <source>Classes</source>
        <translation>Clases</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Training layer</source>
        <translation>Capa de entrenamiento</translation>
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
        <source>Tune diffusion features</source>
        <translation>Ajustar las características de difusión</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Finds the decoder block, timestep and composite that suit a scene.</source>
        <translation>Encuentra el bloque del decodificador, el paso de tiempo y la composición de color adecuados para una escena.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>&lt;p&gt;A grid search over decoder blocks and timesteps of the diffusion network and over composites of the scene. The report contains the accuracy of each combination, and clusters of its features.&lt;/p&gt;&lt;p&gt;All combinations use the same cross-validation folds; no polygon is used for both training and testing. The default features, which combine several blocks and composites, are tested as well; often they are better than any single one.&lt;/p&gt;&lt;p&gt;Enter the best combination under the advanced parameters of &lt;i&gt;Train a model&lt;/i&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Una búsqueda en rejilla sobre bloques del decodificador y pasos de tiempo de la red de difusión, y sobre composiciones de color de la escena. El informe contiene la exactitud de cada combinación, y grupos de sus características.&lt;/p&gt;&lt;p&gt;Todas las combinaciones usan las mismas particiones de la validación cruzada; ningún polígono se usa a la vez para entrenar y para probar. También se prueban las características por defecto, que combinan varios bloques y composiciones; a menudo son mejores que cualquier combinación aislada.&lt;/p&gt;&lt;p&gt;Introduzca la mejor combinación en los parámetros avanzados de &lt;i&gt;Entrenar un modelo&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>The method that evaluates the features. GeoDiffNet-F (geodiffnet-f) also uses the spectrum, so that only what the features add to it counts; GeoDiffNet (geodiffnet) uses the features only.</source>
        <translation>El método que evalúa las características. GeoDiffNet-F (geodiffnet-f) usa también el espectro, de modo que solo cuenta lo que las características le añaden; GeoDiffNet (geodiffnet) usa solo las características.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Decoder blocks to test</source>
        <translation>Bloques del decodificador que se prueban</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Numbers such as 2, 5, 8, 11. Low numbers give coarse features of a wide context, high numbers fine features of a narrow one; the number after the last block is the denoised image. If empty, some blocks across the network are tested.</source>
        <translation>Números como 2, 5, 8, 11. Los números bajos dan características gruesas de un contexto amplio, los altos características finas de un contexto estrecho; el número tras el último bloque es la imagen sin ruido. Si está vacío, se prueban algunos bloques repartidos por la red.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Diffusion timesteps to test (noise level)</source>
        <translation>Pasos de tiempo de difusión que se prueban (nivel de ruido)</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Timesteps of the diffusion process, from 0 (no noise) to 999 (pure noise). If empty, 50, 150 and 300 are tested.</source>
        <translation>Pasos de tiempo del proceso de difusión, de 0 (sin ruido) a 999 (ruido puro). Si está vacío, se prueban 50, 150 y 300.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Composites to test</source>
        <translation>Composiciones de color que se prueban</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Three-band composites of the scene: rgb, cir, swir, pca1 (principal components 1 to 3), pca2 (4 to 6). Those joined by +, such as rgb+pca1, are used together. If empty, pca1+pca2 and rgb are tested.</source>
        <translation>Composiciones de color de tres bandas de la escena: rgb, cir, swir, pca1 (componentes principales 1 a 3), pca2 (4 a 6). Las unidas por +, como rgb+pca1, se usan juntas. Si está vacío, se prueban pca1+pca2 y rgb.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>hyperspectral,hyperparameters,grid search,tuning,decoder block,timestep,composite,diffusion,cross-validation,clusters</source>
        <translation>hiperespectral,hiperparámetros,búsqueda en rejilla,ajuste,bloque del decodificador,paso de tiempo,composición de color,difusión,validación cruzada,grupos</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>A web page with a heat map of all combinations, and clusters of their features beside the composites. The numbers are also written to a JSON file of the same name.</source>
        <translation>Una página web con un mapa de calor de todas las combinaciones, y grupos de sus características junto a las composiciones. Los valores se escriben también en un archivo JSON del mismo nombre.</translation>
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
        <location filename="../../algorithms/zonal.py"/>
        <source>Summarise a class map per polygon</source>
        <translation>Resumir un mapa de clases por polígono</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Computes the class shares of a map in the polygons of a layer.</source>
        <translation>Calcula las proporciones de clases de un mapa en los polígonos de una capa.</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>&lt;p&gt;Computes for each polygon of a layer, such as parcels or stands, the number of pixels, the most frequent class, the share of each class in percent and, where the confidence of the map is given, its mean.&lt;/p&gt;&lt;p&gt;A pixel belongs to the polygons that contain its centre; polygons may overlap, and one without any pixel centre gets the pixel that it lies in. Shares of pixels are not areas corrected for errors of the map: &lt;i&gt;Assess a class map&lt;/i&gt; estimates those.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Calcula para cada polígono de una capa, como parcelas o rodales, el número de píxeles, la clase más frecuente, la proporción de cada clase en porcentaje y, si se indica la confianza del mapa, su media.&lt;/p&gt;&lt;p&gt;Un píxel pertenece a los polígonos que contienen su centro; los polígonos pueden solaparse, y uno sin ningún centro de píxel recibe el píxel en el que se encuentra. Las proporciones de píxeles no son áreas corregidas por los errores del mapa: &lt;i&gt;Evaluar un mapa de clases&lt;/i&gt; las estima.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>The polygons, in any coordinate reference system. Selections, filters and temporary layers are respected.</source>
        <translation>Los polígonos, en cualquier sistema de referencia de coordenadas. Se respetan selecciones, filtros y capas temporales.</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>A GeoPackage of the polygons with their own fields and the computed ones.</source>
        <translation>Un GeoPackage de los polígonos con sus propios campos y los calculados.</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>A table (.csv) of the computed fields, with the number of each polygon.</source>
        <translation>Una tabla (.csv) de los campos calculados, con el número de cada polígono.</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>zonal statistics,zonal histogram,class shares,proportions,parcels,stands,land cover,majority,confidence</source>
        <translation>estadísticas de zona,histograma zonal,proporciones de clases,proporciones,parcelas,rodales,cobertura del suelo,mayoría,confianza</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>The map to summarise: a raster file whose first band holds class codes.</source>
        <translation>El mapa que se resume: un archivo ráster cuya primera banda contiene códigos de clase.</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Zones</source>
        <translation>Zonas</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>The confidence of the map, for its mean in each polygon.</source>
        <translation>La confianza del mapa, para su media en cada polígono.</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Zones with class shares</source>
        <translation>Zonas con proporciones de clases</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Number of zones</source>
        <translation>Número de zonas</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Zones with classified pixels</source>
        <translation>Zonas con píxeles clasificados</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Neither a layer nor a table to write was chosen.</source>
        <translation>No se eligió ni una capa ni una tabla de salida.</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Choose a file for the layer, for the table, or for both.</source>
        <translation>Elija un archivo para la capa, para la tabla o para ambas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message>
        <location filename="../../bridge/annotations.py"/>
        <source>Draw polygons, lines or markers, with the class as a text in them or as the name of their layer.</source>
        <translation>Dibuje polígonos, líneas o marcadores, con la clase como texto dentro de ellos o como nombre de su capa.</translation>
    </message>
    <message>
        <location filename="../../bridge/annotations.py"/>
        <source>Use the same coordinate reference system for all annotation layers.</source>
        <translation>Use el mismo sistema de referencia de coordenadas en todas las capas de anotaciones.</translation>
    </message>
    <message>
        <location filename="../../bridge/annotations.py"/>
        <source>The annotation layer {} contains no labels.</source>
        <translation>La capa de anotaciones {} no contiene etiquetas.</translation>
    </message>
    <message>
        <location filename="../../bridge/annotations.py"/>
        <source>The annotation layer {} cannot be reprojected.</source>
        <translation>La capa de anotaciones {} no se puede reproyectar.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>Choose its class field, add a text field “class”, or create a training layer.</source>
        <translation>Elija su campo de clase, añada un campo de texto «class» o cree una capa de entrenamiento.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>Choose a text or integer field that can be edited.</source>
        <translation>Elija un campo de texto o entero que se pueda editar.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>Filter the layer, or use the algorithms in the Processing Toolbox.</source>
        <translation>Filtre la capa o use los algoritmos de la caja de herramientas de procesos.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>Choose the field that holds the class.</source>
        <translation>Elija el campo que contiene la clase.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>Undo the change of its fields, or choose another class field.</source>
        <translation>Deshaga el cambio de sus campos o elija otro campo de clase.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>The layer {} has no field “class”.</source>
        <translation>La capa {} no tiene ningún campo «class».</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>The field “{}” of the layer {} cannot hold classes.</source>
        <translation>El campo «{}» de la capa {} no puede contener clases.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>The layer {} has more than {} features.</source>
        <translation>La capa {} tiene más de {} objetos.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>The field “{}” has more than {} different values.</source>
        <translation>El campo «{}» tiene más de {} valores distintos.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>The layer {} no longer has the field “{}”.</source>
        <translation>La capa {} ya no tiene el campo «{}».</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>The name {} is too long for the field “{}”.</source>
        <translation>El nombre {} es demasiado largo para el campo «{}».</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>Enter at most {} characters.</source>
        <translation>Introduzca como máximo {} caracteres.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>Enter a name before the colour, for example water=#2f7fd1.</source>
        <translation>Escriba un nombre antes del color, por ejemplo water=#2f7fd1.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>Enter it as #rrggbb, for example water=#2f7fd1, or omit it.</source>
        <translation>Escríbalo como #rrggbb, por ejemplo water=#2f7fd1, u omítalo.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>Enter each class once.</source>
        <translation>Escriba cada clase una sola vez.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>A class has no name: {}</source>
        <translation>Una clase no tiene nombre: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>The colour of the class {} is invalid: {}</source>
        <translation>El color de la clase {} no es válido: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>The class {} occurs twice in the list.</source>
        <translation>La clase {} aparece dos veces en la lista.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_style.py"/>
        <source>GeoDiffNet classes</source>
        <translation>Clases de GeoDiffNet</translation>
    </message>
    <message>
        <location filename="../../bridge/class_style.py"/>
        <source>GeoDiffNet classes ({})</source>
        <translation>Clases de GeoDiffNet ({})</translation>
    </message>
    <message>
        <location filename="../../bridge/labels.py"/>
        <location filename="../../gui/composites.py"/>
        <source>Check that there is free disk space for temporary files.</source>
        <translation>Compruebe que hay espacio libre en disco para los archivos temporales.</translation>
    </message>
    <message>
        <location filename="../../bridge/labels.py"/>
        <source>The labels could not be written to {}: {}</source>
        <translation>No se pudieron escribir las etiquetas en {}: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/layer_geometry.py"/>
        <source>This location lies outside the coordinate reference system of the training layer.</source>
        <translation>Esta ubicación está fuera del sistema de referencia de coordenadas de la capa de entrenamiento.</translation>
    </message>
    <message>
        <location filename="../../bridge/layer_geometry.py"/>
        <source>Use a training layer in the coordinate reference system of the scene.</source>
        <translation>Use una capa de entrenamiento en el sistema de referencia de coordenadas de la escena.</translation>
    </message>
    <message>
        <location filename="../../bridge/layer_geometry.py"/>
        <source>A geometry cannot be cut because it is invalid.</source>
        <translation>No se puede cortar una geometría porque no es válida.</translation>
    </message>
    <message>
        <location filename="../../bridge/layer_geometry.py"/>
        <source>Repair the layer with “Fix geometries”, or delete this feature.</source>
        <translation>Repare la capa con «Corregir geometrías» o elimine este objeto.</translation>
    </message>
    <message>
        <location filename="../../bridge/layer_geometry.py"/>
        <source>Choose a training layer of polygons.</source>
        <translation>Elija una capa de entrenamiento de polígonos.</translation>
    </message>
    <message>
        <location filename="../../bridge/layer_geometry.py"/>
        <source>The layer {} holds another type of geometry.</source>
        <translation>La capa {} contiene otro tipo de geometría.</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>GeoDiffNet-F (recommended)</source>
        <translation>GeoDiffNet-F (recomendado)</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>GeoDiffNet (diffusion features only)</source>
        <translation>GeoDiffNet (solo características de difusión)</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>GeoSpecNet (spectral network)</source>
        <translation>GeoSpecNet (red espectral)</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>Linear discriminant analysis (fast)</source>
        <translation>Análisis discriminante lineal (rápido)</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>Random forest</source>
        <translation>Bosque aleatorio</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>Support vector machine</source>
        <translation>Máquina de vectores de soporte</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>Blend of all methods (slow)</source>
        <translation>Combinación de todos los métodos (lenta)</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>Log of the backend: {}</source>
        <translation>Registro del motor de cálculo: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>The backend has reported no progress for {} minutes. If it uses no CPU or GPU time, cancel the run and start it again.</source>
        <translation>El motor de cálculo no ha informado de ningún avance desde hace {} minutos. Si no usa la CPU ni la GPU, cancele la ejecución e iníciela de nuevo.</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <location filename="../../bridge/session_process.py"/>
        <source>The Python interpreter of the backend could not be started: {}</source>
        <translation>No se pudo iniciar el intérprete de Python del motor de cálculo: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <location filename="../../bridge/session_process.py"/>
        <source>Check that {} is a Python interpreter that you may execute.</source>
        <translation>Compruebe que {} es un intérprete de Python que se puede ejecutar.</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <location filename="../../bridge/session_process.py"/>
        <source>Unexpected output of the backend: {}</source>
        <translation>Salida inesperada del motor de cálculo: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/progress_text.py"/>
        <source>about {} h left</source>
        <translation>quedan unas {} h</translation>
    </message>
    <message>
        <location filename="../../bridge/progress_text.py"/>
        <source>about {} s left</source>
        <translation>quedan unos {} s</translation>
    </message>
    <message>
        <location filename="../../bridge/progress_text.py"/>
        <source>about {} min left</source>
        <translation>quedan unos {} min</translation>
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
        <source>The image {} exists only in the memory of QGIS.</source>
        <translation>La imagen {} solo existe en la memoria de QGIS.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The backend of GeoDiffNet is not set up yet.</source>
        <translation>El motor de cálculo de GeoDiffNet todavía no está instalado.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Run “Set up the backend” in the Processing Toolbox (GeoDiffNet), or open Settings ▸ Options ▸ GeoDiffNet. This is needed once and takes some minutes.</source>
        <translation>Ejecute «Instalar el motor de cálculo» en la caja de herramientas de procesos (GeoDiffNet), o abra Configuración ▸ Opciones ▸ GeoDiffNet. Es necesario una sola vez y tarda unos minutos.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python interpreter of the backend does not run.</source>
        <translation>El intérprete de Python del motor de cálculo no se ejecuta.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Choose another one, or none, with the algorithm “Set up the backend”.</source>
        <translation>Elija otro, o ninguno, con el algoritmo «Instalar el motor de cálculo».</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Repair the environment of {}, or set {} to another one.</source>
        <translation>Repare el entorno de {}, o asigne otro a {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Run “Set up the backend” in the Processing Toolbox with the action “Repair”. The current interpreter is {}.</source>
        <translation>Ejecute «Instalar el motor de cálculo» en la caja de herramientas de procesos con la acción «Reparar». El intérprete actual es {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python environment of the backend lacks these packages: {}.</source>
        <translation>Al entorno de Python del motor de cálculo le faltan estos paquetes: {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python interpreter in {} does not exist: {}</source>
        <translation>El intérprete de Python indicado en {} no existe: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Correct or remove the environment variable {} and restart QGIS.</source>
        <translation>Corrija o elimine la variable de entorno {} y reinicie QGIS.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The custom Python environment does not exist: {}</source>
        <translation>El entorno de Python propio no existe: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/session.py"/>
        <source>There are too many samples, or too detailed ones, to be sent to the backend.</source>
        <translation>Hay demasiadas muestras, o son demasiado detalladas, para enviarlas al motor de cálculo.</translation>
    </message>
    <message>
        <location filename="../../bridge/session.py"/>
        <source>Switch the live map off and map the whole scene, or use fewer samples.</source>
        <translation>Desactive el mapa en vivo y cartografíe toda la escena, o use menos muestras.</translation>
    </message>
    <message>
        <location filename="../../bridge/session.py"/>
        <source>Check that the folder of your QGIS profile is writable and the disk is not full.</source>
        <translation>Compruebe que se puede escribir en la carpeta de su perfil de QGIS y que el disco no está lleno.</translation>
    </message>
    <message>
        <location filename="../../bridge/session.py"/>
        <source>The log of the backend cannot be written: {}</source>
        <translation>No se puede escribir el registro del backend: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/session_process.py"/>
        <source>Restart QGIS, so that it loads the installed version of the plugin.</source>
        <translation>Reinicie QGIS para que cargue la versión instalada del complemento.</translation>
    </message>
    <message>
        <location filename="../../bridge/session_process.py"/>
        <source>The backend did not start within {} s.</source>
        <translation>El backend no se inició en {} s.</translation>
    </message>
    <message>
        <location filename="../../bridge/session_process.py"/>
        <source>Close other programs and try again. Log: {}</source>
        <translation>Cierre otros programas e inténtelo de nuevo. Registro: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/session_process.py"/>
        <source>The backend has version {}, but the plugin in QGIS has version {}.</source>
        <translation>El backend tiene la versión {}, pero el complemento en QGIS tiene la versión {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>The environment in the QGIS profile is used from now on.</source>
        <translation>A partir de ahora se usa el entorno del perfil de QGIS.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Choose the interpreter: python3, or python.exe on Windows.</source>
        <translation>Elija el intérprete: python3, o python.exe en Windows.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Removing</source>
        <translation>Eliminando</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Close the other QGIS windows and try again.</source>
        <translation>Cierre las demás ventanas de QGIS e inténtelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Searching for Python and a GPU</source>
        <translation>Buscando Python y una GPU</translation>
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
        <source>Checking the wheel folder</source>
        <translation>Comprobando la carpeta de wheels</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} is not an executable Python interpreter.</source>
        <translation>{} no es un intérprete de Python ejecutable.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Some files are in use and could not be removed: {}</source>
        <translation>Algunos archivos están en uso y no se pudieron eliminar: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>PyTorch {}, build “{}”: {}</source>
        <translation>PyTorch {}, compilación «{}»: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Log of the installation: {}</source>
        <translation>Registro de la instalación: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>The environment variable {} is set and takes precedence.</source>
        <translation>La variable de entorno {} está definida y tiene prioridad.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Network: {}</source>
        <translation>Red: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Download size: {}, {} files</source>
        <translation>Tamaño de la descarga: {}, {} archivos</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>Free some disk space and try again; nothing was written.</source>
        <translation>Libere espacio en disco e inténtelo de nuevo; no se ha escrito nada.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Enable long paths in Windows (LongPathsEnabled), or start QGIS with a profile in a folder with a shorter path (--profiles-path).</source>
        <translation>Active las rutas largas en Windows (LongPathsEnabled), o inicie QGIS con un perfil en una carpeta de ruta más corta (--profiles-path).</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>There is not enough disk space: {} are needed, {} are free in {}.</source>
        <translation>No hay suficiente espacio en disco: se necesitan {}, hay {} libres en {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>The path of the folder is {} characters too long for Windows: {}</source>
        <translation>La ruta de la carpeta excede en {} caracteres el límite de Windows: {}</translation>
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
        <source>The wheel folder lacks {} of {} files: {}</source>
        <translation>A la carpeta de wheels le faltan {} de {} archivos: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>Fill it on a computer with a network connection with the action “Download only”, for the same system, Python version ({}) and PyTorch build ({}).</source>
        <translation>Llénela en un equipo con conexión de red con la acción «Solo descargar», para el mismo sistema, la misma versión de Python ({}) y la misma compilación de PyTorch ({}).</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>Already downloaded: {} files</source>
        <translation>Ya descargados: {} archivos</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>{} Retrying.</source>
        <translation>{} Nuevo intento.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>{} (damaged, or not the tested version)</source>
        <translation>{} (dañado, o distinto de la versión probada)</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The disk is full.</source>
        <translation>El disco está lleno.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Free some disk space and try again; completed downloads are kept.</source>
        <translation>Libere espacio en disco e inténtelo de nuevo; las descargas completas se conservan.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A downloaded file does not match its checksum.</source>
        <translation>La suma de comprobación de un archivo descargado no coincide.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The download was probably incomplete, or changed by a proxy. Try again. If the problem persists, please report the file named in the log; it was not installed.</source>
        <translation>Probablemente la descarga quedó incompleta, o un proxy la modificó. Inténtelo de nuevo. Si el problema persiste, informe del archivo indicado en el registro; no se ha instalado.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The proxy cannot be reached or refuses the connection.</source>
        <translation>No se puede acceder al proxy, o este rechaza la conexión.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Check its address, user name and password under Settings ▸ Options ▸ Network, or install from a wheel folder.</source>
        <translation>Compruebe su dirección, nombre de usuario y contraseña en Configuración ▸ Opciones ▸ Red, o instale desde una carpeta de wheels.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The certificate of the package index is not trusted.</source>
        <translation>El certificado del índice de paquetes no es de confianza.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Your network probably inspects encrypted connections with its own certificate. Add it under Settings ▸ Options ▸ Authentication ▸ Manage Certificates, and try again. Also check the date of the computer.</source>
        <translation>Probablemente su red inspecciona las conexiones cifradas con su propio certificado. Añádalo en Configuración ▸ Opciones ▸ Autenticación ▸ Gestionar certificados, e inténtelo de nuevo. Compruebe también la fecha del equipo.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A path is too long.</source>
        <translation>Una ruta es demasiado larga.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Windows denied access to a file.</source>
        <translation>Windows denegó el acceso a un archivo.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Probably an antivirus program is the cause: exclude the folder named in the log from its scans, close other QGIS windows, and try again.</source>
        <translation>Probablemente la causa es un antivirus: excluya de su análisis la carpeta indicada en el registro, cierre las demás ventanas de QGIS e inténtelo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A file in the QGIS profile could not be written.</source>
        <translation>No se pudo escribir un archivo del perfil de QGIS.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Check that you own the folder and may write to it.</source>
        <translation>Compruebe que la carpeta le pertenece y que puede escribir en ella.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>This Python lacks the module venv.</source>
        <translation>A este Python le falta el módulo venv.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Install it; on Debian and Ubuntu: sudo apt install python3-venv</source>
        <translation>Instálelo; en Debian y Ubuntu: sudo apt install python3-venv</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A required package is not available.</source>
        <translation>Un paquete necesario no está disponible.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The package index that pip is configured to use does not have it, or could not be reached; see the log.</source>
        <translation>El índice de paquetes configurado en pip no lo contiene, o no se pudo acceder a él; véase el registro.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The package index cannot be reached, or the connection was interrupted.</source>
        <translation>No se puede acceder al índice de paquetes, o la conexión se interrumpió.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Check the network connection and try again; completed downloads are kept.</source>
        <translation>Compruebe la conexión de red e inténtelo de nuevo; las descargas completas se conservan.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Log: {}</source>
        <translation>Registro: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Try again. If the problem persists, please report it and attach the log.</source>
        <translation>Inténtelo de nuevo. Si el problema persiste, informe de él y adjunte el registro.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>{} failed: {}</source>
        <translation>{} ha fallado: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>no output</source>
        <translation>sin salida</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/installing.py"/>
        <source>Creating the environment</source>
        <translation>Creando el entorno</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/installing.py"/>
        <source>Updating pip</source>
        <translation>Actualizando pip</translation>
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
        <source>Install Python with the package manager of your system (on Debian and Ubuntu: sudo apt install python3 python3-venv), or choose a base Python.</source>
        <translation>Instale Python con el gestor de paquetes de su sistema (en Debian y Ubuntu: sudo apt install python3 python3-venv), o elija un Python base.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>No suitable Python was found.</source>
        <translation>No se encontró ningún Python adecuado.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install Python 3.12 (64 bit) from python.org for the current user, which needs no administrator rights, or choose a base Python.</source>
        <translation>Instale Python 3.12 (64 bits) de python.org para el usuario actual, lo que no requiere derechos de administrador, o elija un Python base.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install Python 3.12 from python.org, or choose a base Python.</source>
        <translation>Instale Python 3.12 de python.org, o elija un Python base.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Supported are Linux with glibc (x86-64, ARM), macOS on Apple silicon, and 64-bit Windows, the platforms of PyTorch.</source>
        <translation>Se admiten Linux con glibc (x86-64, ARM), macOS en procesadores de Apple y Windows de 64 bits, las plataformas de PyTorch.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Choose a CPython interpreter.</source>
        <translation>Elija un intérprete CPython.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>This platform is not supported ({}, {} bit).</source>
        <translation>Esta plataforma no se admite ({}, {} bits).</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} is not a standard CPython interpreter.</source>
        <translation>{} no es un intérprete CPython estándar.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} is not supported; supported are Python {} to {}.</source>
        <translation>{} no se admite; se admiten Python {} a {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} lacks the module venv.</source>
        <translation>A {} le falta el módulo venv.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install it, then try again. On Debian and Ubuntu: sudo apt install {}</source>
        <translation>Instálelo e inténtelo de nuevo. En Debian y Ubuntu: sudo apt install {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Wait until it has finished.</source>
        <translation>Espere a que termine.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Check that the disk is not full and that you may write to your QGIS profile.</source>
        <translation>Compruebe que el disco no está lleno y que se puede escribir en su perfil de QGIS.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source> (process {} on {})</source>
        <translation> (proceso {} en {})</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Another QGIS window is setting up the backend{}.</source>
        <translation>Otra ventana de QGIS está instalando el motor de cálculo{}.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>The environment folder cannot be created: {}</source>
        <translation>No se puede crear la carpeta del entorno: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Check that you may write to your QGIS profile: {}</source>
        <translation>Compruebe que se puede escribir en el perfil de QGIS: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>The folder {} is not writable.</source>
        <translation>No se puede escribir en la carpeta {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>Set an HTTP proxy under Settings ▸ Options ▸ Network, or install from a wheel folder.</source>
        <translation>Defina un proxy HTTP en Configuración ▸ Opciones ▸ Red, o instale desde una carpeta de wheels.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>proxy of the environment variables</source>
        <translation>proxy de las variables de entorno</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>proxy {} of the QGIS settings</source>
        <translation>proxy {} de la configuración de QGIS</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>{} custom certificates of the QGIS settings</source>
        <translation>{} certificados propios de la configuración de QGIS</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>pip does not support the SOCKS proxy {} of the QGIS settings.</source>
        <translation>pip no admite el proxy SOCKS {} de la configuración de QGIS.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>The backend was set up with another version of the plugin. If problems occur, upgrade it with “Set up the backend”.</source>
        <translation>El motor de cálculo se instaló con otra versión del complemento. Si hay problemas, actualícelo con «Instalar el motor de cálculo».</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>In use: the Python of the environment variable GEODIFFNET_PYTHON.</source>
        <translation>En uso: el Python de la variable de entorno GEODIFFNET_PYTHON.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>Set up with another version of the plugin; an upgrade is available.</source>
        <translation>Instalado con otra versión del complemento; hay una actualización disponible.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>The backend is set up.</source>
        <translation>El motor de cálculo está instalado.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>In use: the development environment beside the source code.</source>
        <translation>En uso: el entorno de desarrollo junto al código fuente.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>In use: a custom Python environment, {}</source>
        <translation>En uso: un entorno de Python propio, {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>no CPU build for this Python</source>
        <translation>no hay compilación para CPU de este Python</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>no NVIDIA driver found, so the CPU will be used</source>
        <translation>no se encontró ningún controlador NVIDIA, por lo que se usará la CPU</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>Choose the automatic build.</source>
        <translation>Elija la compilación automática.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>one build for CPU and Apple GPU</source>
        <translation>una sola compilación para CPU y GPU de Apple</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>no CUDA build for this Python</source>
        <translation>no hay compilación CUDA para este Python</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>no NVIDIA driver found</source>
        <translation>no se encontró ningún controlador NVIDIA</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>as requested</source>
        <translation>según lo solicitado</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>driver {} of {} is too old for CUDA {}, which requires {}</source>
        <translation>el controlador {} de {} es demasiado antiguo para CUDA {}, que requiere {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>{} (compute capability {}) is not supported by the CUDA {} build</source>
        <translation>{} (compute capability {}) no es compatible con la compilación CUDA {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>There is no PyTorch build “{}” for this platform and Python version.</source>
        <translation>No hay ninguna compilación «{}» de PyTorch para esta plataforma y esta versión de Python.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>{} with driver {}</source>
        <translation>{} con el controlador {}</translation>
    </message>
    <message>
        <location filename="../../bridge/tasks.py"/>
        <source>Please report this problem with the text in View ▸ Panels ▸ Log Messages.</source>
        <translation>Informe de este problema con el texto de Ver ▸ Paneles ▸ Mensajes de registro.</translation>
    </message>
    <message>
        <location filename="../../bridge/tasks.py"/>
        <location filename="../../gui/setup_run.py"/>
        <source>An unexpected error occurred: {}.</source>
        <translation>Se produjo un error inesperado: {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>Choose another file name, or open that file as the training layer.</source>
        <translation>Elija otro nombre de archivo, o abra ese archivo como capa de entrenamiento.</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>The file {} already contains features.</source>
        <translation>El archivo {} ya contiene objetos.</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>The training layer could not be written to {}: {}</source>
        <translation>No se pudo escribir la capa de entrenamiento en {}: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/worker_exit.py"/>
        <source>signal {}</source>
        <translation>señal {}</translation>
    </message>
    <message>
        <location filename="../../bridge/worker_exit.py"/>
        <source>exit status {}</source>
        <translation>código de salida {}</translation>
    </message>
    <message>
        <location filename="../../bridge/worker_exit.py"/>
        <source>The operating system stopped the backend, probably because memory ran out.</source>
        <translation>El sistema operativo detuvo el motor de cálculo, probablemente por falta de memoria.</translation>
    </message>
    <message>
        <location filename="../../bridge/worker_exit.py"/>
        <source>The backend stopped unexpectedly ({}{}).</source>
        <translation>El motor de cálculo se detuvo inesperadamente ({}{}).</translation>
    </message>
    <message>
        <location filename="../../bridge/worker_exit.py"/>
        <source>Please report this problem and attach the log: {}</source>
        <translation>Informe de este problema y adjunte el registro: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/worker_exit.py"/>
        <source>Close other programs, decrease the memory limit in the advanced parameters, or process a smaller part of the scene. Log: {}</source>
        <translation>Cierre otros programas, reduzca el límite de memoria en los parámetros avanzados, o procese una parte menor de la escena. Registro: {}</translation>
    </message>
    <message>
        <location filename="../../gui/class_field_box.py"/>
        <source>The field that holds the class, as a name or an integer code.</source>
        <translation>El campo que contiene la clase, como nombre o código entero.</translation>
    </message>
    <message>
        <location filename="../../gui/class_field_box.py"/>
        <source>Choose the class field</source>
        <translation>Elija el campo de clase</translation>
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
        <source>Press {} to draw polygons of this class.</source>
        <translation>Pulse {} para dibujar polígonos de esta clase.</translation>
    </message>
    <message>
        <location filename="../../gui/class_review.py"/>
        <source>Share of the validated pixels of both classes that are mapped as the other one. Click to zoom to the polygons with errors, one after the other.</source>
        <translation>Proporción de los píxeles validados de ambas clases que se asignan a la otra. Haga clic para acercarse a los polígonos con errores, uno tras otro.</translation>
    </message>
    <message>
        <location filename="../../gui/class_review.py"/>
        <source>Comparing classes</source>
        <translation>Comparando clases</translation>
    </message>
    <message>
        <location filename="../../gui/class_review.py"/>
        <source>Confused classes ({})</source>
        <translation>Clases confundidas ({})</translation>
    </message>
    <message>
        <location filename="../../gui/class_review.py"/>
        <source>Similar classes ({})</source>
        <translation>Clases similares ({})</translation>
    </message>
    <message>
        <location filename="../../gui/class_review.py"/>
        <source>Jeffries–Matusita distance of the spectra in the training polygons, from 0 (equal) to {} (separable), until a map has been validated. Click to zoom to the most similar polygons, one after the other.</source>
        <translation>Distancia de Jeffries-Matusita de los espectros de los polígonos de entrenamiento, de 0 (iguales) a {} (separables), hasta que se haya validado un mapa. Haga clic para acercarse a los polígonos más similares, uno tras otro.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <location filename="../../gui/history_section.py"/>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Add class</source>
        <translation>Añadir clase</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Remove class</source>
        <translation>Quitar clase</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Merge selected classes</source>
        <translation>Combinar las clases seleccionadas</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Save polygons</source>
        <translation>Guardar los polígonos</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Remove the class {} and its {} polygons? This can be undone.</source>
        <translation>¿Quitar la clase {} y sus {} polígonos? Esta acción se puede deshacer.</translation>
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
        <source>Choose a training layer above, or create a new one.</source>
        <translation>Elija arriba una capa de entrenamiento, o cree una nueva.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>class {}</source>
        <translation>clase {}</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Select two or more classes with Ctrl+click to merge them.</source>
        <translation>Seleccione dos o más clases con Ctrl+clic para combinarlas.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Add a class with +, then draw polygons.</source>
        <translation>Añada una clase con + y dibuje polígonos.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Overlaps of different classes: {}. Their pixels are not used.</source>
        <translation>Solapamientos de clases distintas: {}. Sus píxeles no se utilizan.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Colour of {}</source>
        <translation>Color de {}</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>No polygons yet.</source>
        <translation>Todavía no hay polígonos.</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Pol.</source>
        <translation>Pol.</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Pixels</source>
        <translation>Píxeles</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Recall</source>
        <translation>Recall</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Prec.</source>
        <translation>Prec.</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Number of training polygons</source>
        <translation>Número de polígonos de entrenamiento</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Number of pixels in training polygons</source>
        <translation>Número de píxeles en polígonos de entrenamiento</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Recall (producer&apos;s accuracy) in percent: the share of the pixels of this class that are mapped as this class, in the cross-validation. An arrow shows a change since the last update.</source>
        <translation>Recall (exactitud del productor) en porcentaje: proporción de los píxeles de esta clase que la validación cruzada asigna a esta clase. Una flecha indica un cambio desde la última actualización.</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Precision (user&apos;s accuracy) in percent: the share of the pixels mapped as this class that are of this class, in the cross-validation. An arrow shows a change since the last update.</source>
        <translation>Precisión (exactitud del usuario) en porcentaje: proporción de los píxeles asignados a esta clase que pertenecen a ella en la validación cruzada. Una flecha indica un cambio desde la última actualización.</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Area of the class in the map, in the unit of the heading</source>
        <translation>Área de la clase en el mapa, en la unidad del encabezado</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>What is missing, or wrong: select the class to read it below the table.</source>
        <translation>Lo que falta o es incorrecto: seleccione la clase para leerlo debajo de la tabla.</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>{} polygons</source>
        <translation>{} polígonos</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>{} pixels</source>
        <translation>{} píxeles</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>recall {}</source>
        <translation>recall {}</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>precision {}</source>
        <translation>precisión {}</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>other classes</source>
        <translation>otras clases</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>Its polygons are outside the scene.</source>
        <translation>Sus polígonos están fuera de la escena.</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>One polygon only: draw another one in a different location, so that the accuracy can be estimated.</source>
        <translation>Solo un polígono: dibuje otro en un lugar distinto para que se pueda estimar la exactitud.</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>The map has no pixel of this class: draw polygons where it is missing.</source>
        <translation>El mapa no contiene ningún píxel de esta clase: dibuje polígonos donde falte.</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>It could not be validated: its polygons are too close to each other. Draw another one in a different part of the scene.</source>
        <translation>No se pudo validar: sus polígonos están demasiado cerca unos de otros. Dibuje otro en una parte distinta de la escena.</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>Its polygons overlap those of {} ({}): the pixels in common are not used. Correct or delete one of each pair.</source>
        <translation>Sus polígonos se solapan con los de {} ({}): los píxeles comunes no se utilizan. Corrija o elimine uno de cada par.</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>It is left out of the map: at least {} pixels are necessary.</source>
        <translation>No aparece en el mapa: se necesitan al menos {} píxeles.</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>Few polygons, unreliable accuracy: draw at least {}, spread over the scene.</source>
        <translation>Pocos polígonos, exactitud poco fiable: dibuje al menos {}, repartidos por la escena.</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>Few pixels: at least {} are recommended.</source>
        <translation>Pocos píxeles: se recomiendan al menos {}.</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>Low recall ({} %): pixels of this class are mapped as {}. Draw more polygons of it where it looks different.</source>
        <translation>Recall bajo ({} %): hay píxeles de esta clase asignados a {}. Dibuje más polígonos de ella donde tenga otro aspecto.</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>Low precision ({} %): pixels of {} are mapped as this class. Draw more polygons of that class, or correct wrong ones.</source>
        <translation>Precisión baja ({} %): hay píxeles de {} asignados a esta clase. Dibuje más polígonos de aquella clase o corrija los erróneos.</translation>
    </message>
    <message>
        <location filename="../../gui/composites.py"/>
        <source>The image has too few pixels with values in every band for principal components.</source>
        <translation>La imagen tiene muy pocos píxeles con valores en todas las bandas para los componentes principales.</translation>
    </message>
    <message>
        <location filename="../../gui/composites.py"/>
        <source>Choose another composite.</source>
        <translation>Elija otra composición de color.</translation>
    </message>
    <message>
        <location filename="../../gui/composites.py"/>
        <source>The principal components could not be written to {}.</source>
        <translation>No se pudieron escribir los componentes principales en {}.</translation>
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
        <source>Scene and samples</source>
        <translation>Escena y muestras</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <source>Spectra</source>
        <translation>Espectros</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <source>No location was found that would improve the model.</source>
        <translation>No se encontró ninguna ubicación que mejorara el modelo.</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <source>Press “Update map” to include the new polygons.</source>
        <translation>Pulse «Actualizar mapa» para incluir los polígonos nuevos.</translation>
    </message>
    <message>
        <location filename="../../gui/entry.py"/>
        <source>Draw training polygons and update the class map.</source>
        <translation>Dibujar polígonos de entrenamiento y actualizar el mapa de clases.</translation>
    </message>
    <message>
        <location filename="../../gui/entry.py"/>
        <source>Label scenes in the panel: open it in the toolbar or with Plugins ▸ GeoDiffNet.</source>
        <translation>Etiquete escenas en el panel: ábralo en la barra de herramientas o con Complementos ▸ GeoDiffNet.</translation>
    </message>
    <message>
        <location filename="../../gui/entry.py"/>
        <source>Open the panel</source>
        <translation>Abrir el panel</translation>
    </message>
    <message>
        <location filename="../../gui/history_control.py"/>
        <location filename="../../gui/map_section.py"/>
        <source>The file of this map no longer exists.</source>
        <translation>El archivo de este mapa ya no existe.</translation>
    </message>
    <message>
        <location filename="../../gui/history_section.py"/>
        <source>Show the selected map again, also by a double click.</source>
        <translation>Volver a mostrar el mapa seleccionado, también con doble clic.</translation>
    </message>
    <message>
        <location filename="../../gui/history_section.py"/>
        <source>Swipe</source>
        <translation>Deslizar</translation>
    </message>
    <message>
        <location filename="../../gui/history_section.py"/>
        <source>Compare the selected map with the one shown, or two selected maps, along a line.</source>
        <translation>Comparar el mapa seleccionado con el mostrado, o dos mapas seleccionados, a lo largo de una línea.</translation>
    </message>
    <message>
        <location filename="../../gui/history_section.py"/>
        <source>Blink</source>
        <translation>Alternar</translation>
    </message>
    <message>
        <location filename="../../gui/history_section.py"/>
        <source>Compare the selected map with the one shown, or two selected maps, in turn.</source>
        <translation>Comparar el mapa seleccionado con el mostrado, o dos mapas seleccionados, de forma alterna.</translation>
    </message>
    <message>
        <location filename="../../gui/history_section.py"/>
        <source>Maps ({})</source>
        <translation>Mapas ({})</translation>
    </message>
    <message>
        <location filename="../../gui/job_status.py"/>
        <source>Cancelled; nothing was changed.</source>
        <translation>Cancelado; no se ha modificado nada.</translation>
    </message>
    <message>
        <location filename="../../gui/job_status.py"/>
        <source>Cancel; the map is not changed.</source>
        <translation>Cancelar; el mapa no se modifica.</translation>
    </message>
    <message>
        <location filename="../../gui/job_status.py"/>
        <source>Cancelling …</source>
        <translation>Cancelando …</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>The hyperspectral image to classify.</source>
        <translation>La imagen hiperespectral que se clasifica.</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Choose or create a layer</source>
        <translation>Elija o cree una capa</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>The layer of training samples: polygons, lines or points.</source>
        <translation>La capa de muestras de entrenamiento: polígonos, líneas o puntos.</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>New…</source>
        <translation>Nueva…</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Create an empty training layer for this scene.</source>
        <translation>Crear una capa de entrenamiento vacía para esta escena.</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Scene</source>
        <translation>Escena</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Samples</source>
        <translation>Muestras</translation>
    </message>
    <message>
        <location filename="../../gui/live/layer.py"/>
        <location filename="../../gui/live/old_files.py"/>
        <source>Live map</source>
        <translation>Mapa en vivo</translation>
    </message>
    <message>
        <location filename="../../gui/live/live_map.py"/>
        <source>Live map: the last update failed.</source>
        <translation>Mapa en vivo: la última actualización falló.</translation>
    </message>
    <message>
        <location filename="../../gui/live/live_map.py"/>
        <location filename="../../gui/live/status.py"/>
        <source>Live map: starting …</source>
        <translation>Mapa en vivo: iniciando …</translation>
    </message>
    <message>
        <location filename="../../gui/live/live_map.py"/>
        <source>Live map: draw polygons of at least two classes.</source>
        <translation>Mapa en vivo: dibuje polígonos de al menos dos clases.</translation>
    </message>
    <message>
        <location filename="../../gui/live/live_map.py"/>
        <source>Live map: the scene is outside the map window.</source>
        <translation>Mapa en vivo: la escena está fuera de la ventana del mapa.</translation>
    </message>
    <message>
        <location filename="../../gui/live/live_map.py"/>
        <source>Live map:</source>
        <translation>Mapa en vivo:</translation>
    </message>
    <message>
        <location filename="../../gui/live/section.py"/>
        <source>Live</source>
        <translation>En vivo</translation>
    </message>
    <message>
        <location filename="../../gui/live/section.py"/>
        <source>Map the visible part of the scene after each change of the polygons.</source>
        <translation>Cartografiar la parte visible de la escena tras cada cambio de los polígonos.</translation>
    </message>
    <message>
        <location filename="../../gui/live/status.py"/>
        <source>Live map: updating …</source>
        <translation>Mapa en vivo: actualizando …</translation>
    </message>
    <message>
        <location filename="../../gui/live/status.py"/>
        <source>Live map: refining …</source>
        <translation>Mapa en vivo: refinando …</translation>
    </message>
    <message>
        <location filename="../../gui/live/status.py"/>
        <source>Extracting features in the background: {} %.</source>
        <translation>Extracción de características en segundo plano: {} %.</translation>
    </message>
    <message>
        <location filename="../../gui/live/status.py"/>
        <source>Live map: {}; accuracy {} %.</source>
        <translation>Mapa en vivo: {}; exactitud {} %.</translation>
    </message>
    <message>
        <location filename="../../gui/live/status.py"/>
        <source>Live map: {}; accuracy unknown.</source>
        <translation>Mapa en vivo: {}; exactitud desconocida.</translation>
    </message>
    <message>
        <location filename="../../gui/live/status.py"/>
        <source>Live map: {}; estimating the accuracy …</source>
        <translation>Mapa en vivo: {}; estimando la exactitud …</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <location filename="../../gui/panel_keys.py"/>
        <source>Update map</source>
        <translation>Actualizar mapa</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Train with the current polygons, saved or not, and map the scene.</source>
        <translation>Entrenar con los polígonos actuales, guardados o no, y cartografiar la escena.</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Suggest</source>
        <translation>Sugerir</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Find locations whose class would improve the model most, and label them.</source>
        <translation>Encontrar las ubicaciones cuya clase mejoraría más el modelo, y etiquetarlas.</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Show or hide the class map.</source>
        <translation>Mostrar u ocultar el mapa de clases.</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Show or hide the confidence: more polygons help most where it is dark (low).</source>
        <translation>Mostrar u ocultar la confianza: más polígonos son más útiles donde es oscura (baja).</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Map whole scene</source>
        <translation>Toda la escena</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>The classification method. Linear discriminant analysis is fitted in milliseconds.</source>
        <translation>El método de clasificación. El análisis discriminante lineal se ajusta en milisegundos.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Searching for locations to label</source>
        <translation>Buscando ubicaciones para etiquetar</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Open a hyperspectral scene and choose it above.</source>
        <translation>Abra una escena hiperespectral y elíjala arriba.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Choose a polygon layer, or create a new one.</source>
        <translation>Elija una capa de polígonos, o cree una nueva.</translation>
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
        <location filename="../../gui/map_texts.py"/>
        <source>Its accuracy cannot be estimated yet: draw at least two polygons of each class at different locations.</source>
        <translation>Su exactitud aún no se puede estimar: dibuje al menos dos polígonos de cada clase en lugares distintos.</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>The map is out of date: polygons have changed since.</source>
        <translation>El mapa no está al día: los polígonos han cambiado desde entonces.</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>The map is up to date.</source>
        <translation>El mapa está al día.</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>The map is out of date; polygons since then: {}.</source>
        <translation>El mapa no está al día; polígonos desde entonces: {}.</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>Earlier map: {}, {}.</source>
        <translation>Mapa anterior: {}, {}.</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>Cross-validated accuracy: {} %.</source>
        <translation>Exactitud por validación cruzada: {} %.</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>In one location only: {}.</source>
        <translation>En un solo lugar: {}.</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>Unreliable, with too few polygons of {}: draw at least {} of each.</source>
        <translation>Poco fiable, con demasiado pocos polígonos de {}: dibuje al menos {} de cada clase.</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>{} drawn</source>
        <translation>{} dibujados</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>{} changed</source>
        <translation>{} modificados</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>{} removed</source>
        <translation>{} eliminados</translation>
    </message>
    <message>
        <location filename="../../gui/messages.py"/>
        <source>Put all of its files into one folder. If you trust it, enable “Allow references to other folders and the network” in Settings ▸ Options ▸ GeoDiffNet.</source>
        <translation>Ponga todos sus archivos en una carpeta. Si confía en ellos, active «Permitir referencias a otras carpetas y a la red» en Configuración ▸ Opciones ▸ GeoDiffNet.</translation>
    </message>
    <message>
        <location filename="../../gui/messages.py"/>
        <source>Close other programs, or process a smaller part of the scene.</source>
        <translation>Cierre otros programas o procese una parte menor de la escena.</translation>
    </message>
    <message>
        <location filename="../../gui/messages.py"/>
        <source>Set up…</source>
        <translation>Instalar…</translation>
    </message>
    <message>
        <location filename="../../gui/messages.py"/>
        <source>The layer is drawn by its classes now. Its former style “{}” is kept: right-click the layer ▸ Styles.</source>
        <translation>La capa se dibuja ahora por clases. Su estilo anterior «{}» se conserva: clic derecho en la capa ▸ Estilos.</translation>
    </message>
    <message>
        <location filename="../../gui/messages.py"/>
        <source>Options…</source>
        <translation>Opciones…</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>New training layer</source>
        <translation>Nueva capa de entrenamiento</translation>
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
        <translation>Clases, una por línea, opcionalmente con un color. Se pueden añadir más después.</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Polygons (recommended)</source>
        <translation>Polígonos (recomendado)</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Points</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Samples are drawn as:</source>
        <translation>Las muestras se dibujan como:</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>File of the training layer:</source>
        <translation>Archivo de la capa de entrenamiento:</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Choose a file for the training layer.</source>
        <translation>Elija un archivo para la capa de entrenamiento.</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Automatic (CUDA with a recent NVIDIA driver, otherwise CPU)</source>
        <translation>Automático (CUDA con un controlador NVIDIA reciente; si no, CPU)</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Remove the environment of the backend? Maps and models are kept.</source>
        <translation>¿Eliminar el entorno del motor de cálculo? Los mapas y los modelos se conservan.</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>The diagnostics report was copied to the clipboard. Read it before you send it.</source>
        <translation>El informe de diagnóstico se copió al portapapeles. Léalo antes de enviarlo.</translation>
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
        <source>Run the self-test: versions, device and a short computation</source>
        <translation>Ejecutar la autoprueba: versiones, dispositivo y un cálculo breve</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Repair</source>
        <translation>Reparar</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Install the environment again</source>
        <translation>Reinstalar el entorno</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Remove…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>CPU only (download of about 0.4 GB)</source>
        <translation>Solo CPU (descarga de unos 0,4 GB)</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>NVIDIA GPU, CUDA (download of about 3 GB)</source>
        <translation>GPU NVIDIA, CUDA (descarga de unos 3 GB)</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>detected automatically</source>
        <translation>detectado automáticamente</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>none (install from the internet)</source>
        <translation>ninguna (instalar desde internet)</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>none (use the environment in the QGIS profile)</source>
        <translation>ninguno (usar el entorno del perfil de QGIS)</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Verify and use</source>
        <translation>Verificar y usar</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Download all files to the folder, for a computer without a network connection</source>
        <translation>Descargar todos los archivos en la carpeta, para un equipo sin conexión de red</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Base Python</source>
        <translation>Python base</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Custom Python environment</source>
        <translation>Entorno de Python propio</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Also read data that refer to files outside their own folder or to the network, as virtual rasters may. Enable this only if you trust all data that you open.</source>
        <translation>Leer también datos que remiten a archivos fuera de su propia carpeta o a la red, como pueden hacer los rásteres virtuales. Actívelo solo si confía en todos los datos que abre.</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Open the log folder</source>
        <translation>Abrir la carpeta de registros</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Copy a diagnostics report</source>
        <translation>Copiar un informe de diagnóstico</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Copy versions, device, settings and the last log to the clipboard, for a report of a problem. Paths, addresses and the names of user and computer are removed.</source>
        <translation>Copiar versiones, dispositivo, ajustes y el último registro al portapapeles, para informar de un problema. Se eliminan las rutas, las direcciones y los nombres del usuario y del equipo.</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Verifying</source>
        <translation>Verificando</translation>
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
        <source>The self-test passed in {} s. Device: {}</source>
        <translation>La autoprueba terminó bien en {} s. Dispositivo: {}</translation>
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
        <source>The installation takes some minutes and about 2 GB of disk space (9 GB with CUDA).</source>
        <translation>La instalación tarda unos minutos y ocupa unos 2 GB de disco (9 GB con CUDA).</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>The backend of GeoDiffNet runs in its own Python environment, separate from the Python of QGIS. It is installed in your QGIS profile: no administrator rights are needed, and nothing else on the computer is changed. &lt;a href=&quot;{}&quot;&gt;More information&lt;/a&gt;</source>
        <translation>El motor de cálculo de GeoDiffNet funciona en su propio entorno de Python, separado del Python de QGIS. Se instala en su perfil de QGIS: no se necesitan derechos de administrador, y no se modifica nada más en el equipo. &lt;a href=&quot;{}&quot;&gt;Más información&lt;/a&gt;</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Collecting diagnostics</source>
        <translation>Reuniendo el diagnóstico</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Python {}, PyTorch build {}, installed on {}</source>
        <translation>Python {}, compilación {} de PyTorch, instalado el {}</translation>
    </message>
    <message>
        <location filename="../../gui/panel_keys.py"/>
        <source>Show or hide the confidence</source>
        <translation>Mostrar u ocultar la confianza</translation>
    </message>
    <message>
        <location filename="../../gui/panel_keys.py"/>
        <source>Suggest locations</source>
        <translation>Sugerir ubicaciones</translation>
    </message>
    <message>
        <location filename="../../gui/panel_keys.py"/>
        <source>Show or hide the map</source>
        <translation>Mostrar u ocultar el mapa</translation>
    </message>
    <message>
        <location filename="../../gui/panel_keys.py"/>
        <source>Live map on or off</source>
        <translation>Activar o desactivar el mapa en vivo</translation>
    </message>
    <message>
        <location filename="../../gui/panel_keys.py"/>
        <source>Next class</source>
        <translation>Clase siguiente</translation>
    </message>
    <message>
        <location filename="../../gui/panel_keys.py"/>
        <source>Previous class</source>
        <translation>Clase anterior</translation>
    </message>
    <message>
        <location filename="../../gui/preview.py"/>
        <location filename="../../gui/work_folder.py"/>
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
        <source>Click a class in the list and draw some small polygons of it in the map.</source>
        <translation>Haga clic en una clase de la lista y dibuje en el mapa algunos polígonos pequeños de ella.</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>Store the training layer in a folder in which you may create files.</source>
        <translation>Guarde la capa de entrenamiento en una carpeta en la que se puedan crear archivos.</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>Polygons of at least two classes are needed; there are {}.</source>
        <translation>Se necesitan polígonos de al menos dos clases; hay {}.</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>The folder {} cannot be created: {}</source>
        <translation>No se puede crear la carpeta {}: {}</translation>
    </message>
    <message>
        <location filename="../../gui/samples/export_dialog.py"/>
        <source>Export samples with spectra</source>
        <translation>Exportar muestras con espectros</translation>
    </message>
    <message>
        <location filename="../../gui/samples/export_dialog.py"/>
        <source>One row per labelled pixel: class, id of the polygon, row and column (from 0 at the top left), coordinates of its centre, and one column per band with its wavelength in the name.</source>
        <translation>Una fila por píxel etiquetado: clase, identificador del polígono, fila y columna (desde 0 arriba a la izquierda), coordenadas de su centro y una columna por banda con su longitud de onda en el nombre.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/export_dialog.py"/>
        <source>File of the samples:</source>
        <translation>Archivo de las muestras:</translation>
    </message>
    <message>
        <location filename="../../gui/samples/export_dialog.py"/>
        <source>Table (*.csv)</source>
        <translation>Tabla (*.csv)</translation>
    </message>
    <message>
        <location filename="../../gui/samples/export_dialog.py"/>
        <source>Replace the file {}?</source>
        <translation>¿Reemplazar el archivo {}?</translation>
    </message>
    <message>
        <location filename="../../gui/samples/import_dialog.py"/>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>Import samples</source>
        <translation>Importar muestras</translation>
    </message>
    <message>
        <location filename="../../gui/samples/import_dialog.py"/>
        <source>The samples are copied into the training layer in its coordinate reference system. Classes of the same name are joined; others are added.</source>
        <translation>Las muestras se copian en la capa de entrenamiento, en su sistema de referencia de coordenadas. Las clases del mismo nombre se unen; las demás se añaden.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/import_dialog.py"/>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <location filename="../../gui/samples/import_dialog.py"/>
        <source>Choose a layer and its class field.</source>
        <translation>Elija una capa y su campo de clase.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/import_dialog.py"/>
        <source>Selected features only ({})</source>
        <translation>Solo objetos seleccionados ({})</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Exporting samples</source>
        <translation>Exportando muestras</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Imported samples: {}.</source>
        <translation>Muestras importadas: {}.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Exported pixels: {}. File: {}</source>
        <translation>Píxeles exportados: {}. Archivo: {}</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Samples are being exported already.</source>
        <translation>Ya se están exportando muestras.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Wait until the file is complete.</source>
        <translation>Espere hasta que el archivo esté completo.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Added classes: {}.</source>
        <translation>Clases añadidas: {}.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Skipped, without class or outside: {}.</source>
        <translation>Omitidas, sin clase o fuera: {}.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Skipped, without data: {}.</source>
        <translation>Omitidos, sin datos: {}.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>Samples are exported as CSV or GeoPackage.</source>
        <translation>Las muestras se exportan como CSV o GeoPackage.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>Enter a file name that ends in .csv or .gpkg.</source>
        <translation>Introduzca un nombre de archivo que termine en .csv o .gpkg.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>Choose an existing folder.</source>
        <translation>Elija una carpeta existente.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>Export the samples as CSV.</source>
        <translation>Exporte las muestras como CSV.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>Choose a folder in which you may create files, with free disk space.</source>
        <translation>Elija una carpeta en la que pueda crear archivos, con espacio libre en el disco.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>The file {} is used by a layer of the project.</source>
        <translation>El archivo {} lo usa una capa del proyecto.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>A GeoPackage holds at most {} bands, but the scene has {}.</source>
        <translation>Un GeoPackage admite como máximo {} bandas, pero la escena tiene {}.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>The file {} could not be written: {}</source>
        <translation>No se pudo escribir el archivo {}: {}</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>Choose another layer or field.</source>
        <translation>Elija otra capa u otro campo.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>Use a training layer of polygons, or one of the same type of geometry.</source>
        <translation>Use una capa de entrenamiento de polígonos o del mismo tipo de geometría.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>Points and lines label pixels of a scene, but there is none.</source>
        <translation>Los puntos y las líneas etiquetan píxeles de una escena, pero no hay ninguna.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>Choose a scene first.</source>
        <translation>Elija primero una escena.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>Select some of them, or choose the layer itself as the training layer.</source>
        <translation>Seleccione algunas o elija la propia capa como capa de entrenamiento.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>The layer {} has no samples with a class.</source>
        <translation>La capa {} no tiene muestras con clase.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>The geometries of the layer {} do not suit the training layer.</source>
        <translation>Las geometrías de la capa {} no son adecuadas para la capa de entrenamiento.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>The layer {} has more than {} samples.</source>
        <translation>La capa {} tiene más de {} muestras.</translation>
    </message>
    <message>
        <location filename="../../gui/scene_box.py"/>
        <source>its file is missing</source>
        <translation>falta su archivo</translation>
    </message>
    <message>
        <location filename="../../gui/scene_box.py"/>
        <source>not a raster file</source>
        <translation>no es un archivo ráster</translation>
    </message>
    <message>
        <location filename="../../gui/scene_box.py"/>
        <source>Choose a scene</source>
        <translation>Elegir una escena</translation>
    </message>
    <message>
        <location filename="../../gui/scene_box.py"/>
        <source>{} bands, at least {} are needed</source>
        <translation>{} bandas, se necesitan al menos {}</translation>
    </message>
    <message>
        <location filename="../../gui/setup_run.py"/>
        <source>Please report this problem.</source>
        <translation>Informe de este problema.</translation>
    </message>
    <message>
        <location filename="../../gui/setup_run.py"/>
        <location filename="../../gui/shortcuts.py"/>
        <source>GeoDiffNet: {}</source>
        <translation>GeoDiffNet: {}</translation>
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
        <source>Move the cursor over the scene to show spectra.</source>
        <translation>Mueva el cursor sobre la escena para mostrar espectros.</translation>
    </message>
    <message>
        <location filename="../../gui/statistics.py"/>
        <source>Reading training polygons</source>
        <translation>Leyendo los polígonos de entrenamiento</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>The model cannot decide between {} and {}.</source>
        <translation>El modelo no puede decidir entre {} y {}.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>No training sample has a similar spectrum; it may be of a class that is missing.</source>
        <translation>Ninguna muestra de entrenamiento tiene un espectro similar; quizá sea de una clase que falta.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Much of the scene looks like this, and no training sample does.</source>
        <translation>Gran parte de la escena tiene este aspecto, y ninguna muestra de entrenamiento.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Mapped as {}, which has few training samples: is that correct?</source>
        <translation>Asignado a {}, que tiene pocas muestras de entrenamiento: ¿es correcto?</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>There is no training sample near this location yet.</source>
        <translation>Todavía no hay ninguna muestra de entrenamiento cerca de este lugar.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>End</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Return to the previous location.</source>
        <translation>Volver a la ubicación anterior.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Go to the next location (space key), if the class is unknown or the pixel is mixed; this one is not suggested again.</source>
        <translation>Ir al lugar siguiente (barra espaciadora) si la clase es desconocida o el píxel es mixto; este no se vuelve a sugerir.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Discard the remaining suggestions.</source>
        <translation>Descartar las sugerencias restantes.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Predicted: &lt;b&gt;{}&lt;/b&gt; ({} %); second choice: {}</source>
        <translation>Predicción: &lt;b&gt;{}&lt;/b&gt; ({} %); segunda opción: {}</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Press the number of the class or click it in the list, or skip the location.</source>
        <translation>Pulse el número de la clase o haga clic en ella en la lista, u omita el lugar.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>&lt;b&gt;Which class is this?&lt;/b&gt; Location {} of {}.</source>
        <translation>&lt;b&gt;¿Qué clase es esta?&lt;/b&gt; Ubicación {} de {}.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/point_tool.py"/>
        <location filename="../../gui/tools/region_growing.py"/>
        <source>This location lies outside the scene.</source>
        <translation>Esta ubicación está fuera de la escena.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/point_tool.py"/>
        <source>Click a pixel of the scene.</source>
        <translation>Haga clic en un píxel de la escena.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/polygon_tool.py"/>
        <source>Draw a training polygon</source>
        <translation>Dibujar un polígono de entrenamiento</translation>
    </message>
    <message>
        <location filename="../../gui/tools/tool_set.py"/>
        <source>Reading the scene</source>
        <translation>Leyendo la escena</translation>
    </message>
    <message>
        <location filename="../../gui/tools/tool_set.py"/>
        <source>There is no class to draw.</source>
        <translation>No hay ninguna clase que dibujar.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/tool_set.py"/>
        <source>Add a class with + first.</source>
        <translation>Añada primero una clase con +.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Polygon</source>
        <translation>Polígono</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Click the corners, then right-click. Snapping and advanced digitizing work as in QGIS; Backspace removes the last corner, Esc all.</source>
        <translation>Haga clic en los vértices y después clic derecho. El autoensamblado y la digitalización avanzada funcionan como en QGIS; Retroceso elimina el último vértice, Esc todos.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Scribble</source>
        <translation>Trazo a mano alzada</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Drag to draw a line of this width in pixels. Shift: straight line; Ctrl: erase; Shift+wheel: width; right-click or Esc: cancel.</source>
        <translation>Arrastre para trazar una línea de este ancho en píxeles. Mayús: línea recta; Ctrl: borrar; Mayús+rueda: ancho; clic derecho o Esc: cancelar.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Brush</source>
        <translation>Pincel</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Drag to paint an area with a disc of this radius in pixels. Shift: straight line; Ctrl: erase; Shift+wheel: radius; right-click or Esc: cancel.</source>
        <translation>Arrastre para pintar un área con un disco de este radio en píxeles. Mayús: línea recta; Ctrl: borrar; Mayús+rueda: radio; clic derecho o Esc: cancelar.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Pixel</source>
        <translation>Píxel</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Click a pixel to label it. Ctrl: erase there.</source>
        <translation>Haga clic en un píxel para etiquetarlo. Ctrl: borrar ahí.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Lasso</source>
        <translation>Lazo</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Drag around an area. Ctrl: erase the area; right-click or Esc: cancel.</source>
        <translation>Arrastre alrededor de un área. Ctrl: borrar el área; clic derecho o Esc: cancelar.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Magic wand</source>
        <translation>Varita mágica</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Shows the connected pixels whose spectra are similar to the one under the cursor; click to label them. Wheel: tolerance; Ctrl: erase them, and zoom with the wheel.</source>
        <translation>Muestra los píxeles conectados cuyos espectros se parecen al que está bajo el cursor; haga clic para etiquetarlos. Rueda: tolerancia; Ctrl: borrarlos, y ampliar con la rueda.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Eraser</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Drag to cut or remove what lies under a disc of this radius in pixels. Shift: only the current class; Shift+wheel: radius; right-click or Esc: cancel.</source>
        <translation>Arrastre para cortar o eliminar lo que está bajo un disco de este radio en píxeles. Mayús: solo la clase actual; Mayús+rueda: radio; clic derecho o Esc: cancelar.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Import samples of another layer…</source>
        <translation>Importar muestras de otra capa…</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Export samples with spectra…</source>
        <translation>Exportar muestras con espectros…</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Import and export samples</source>
        <translation>Importar y exportar muestras</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>It needs a scene, and a training layer whose geometries suit it.</source>
        <translation>Necesita una escena y una capa de entrenamiento con geometrías adecuadas.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Tolerance of the magic wand: the spectral angle in degrees.</source>
        <translation>Tolerancia de la varita mágica: ángulo espectral en grados.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Size of the tool in pixels of the scene.</source>
        <translation>Tamaño de la herramienta en píxeles de la escena.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/wand_tool.py"/>
        <source>This pixel has no data.</source>
        <translation>Este píxel no tiene datos.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/wand_tool.py"/>
        <source>Click a pixel of the scene with data.</source>
        <translation>Haga clic en un píxel de la escena con datos.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/window_reader.py"/>
        <source>Reading spectra</source>
        <translation>Leyendo espectros</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Add it to the list of classes first.</source>
        <translation>Añádala primero a la lista de clases.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Erase</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Check that its file allows adding, changing and deleting features.</source>
        <translation>Compruebe que su archivo permite añadir, modificar y eliminar objetos.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Merge {} into {}</source>
        <translation>Combinar {} en {}</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Check that you may write to its file, or create another training layer.</source>
        <translation>Compruebe que se puede escribir en su archivo, o cree otra capa de entrenamiento.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Check that you may write to the file and that there is free disk space.</source>
        <translation>Compruebe que se puede escribir en el archivo y que hay espacio libre en disco.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>The training layer has no class {}.</source>
        <translation>La capa de entrenamiento no tiene la clase {}.</translation>
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
        <source>Change colour of class {}</source>
        <translation>Cambiar el color de la clase {}</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Rename class {} to {}</source>
        <translation>Renombrar la clase {} como {}</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>The layer {} rejected the change; nothing was changed.</source>
        <translation>La capa {} rechazó el cambio; no se modificó nada.</translation>
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
        <source>Red, green and blue bands: natural colours.</source>
        <translation>Bandas roja, verde y azul: colores naturales.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Infrared</source>
        <translation>Infrarrojo</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Near infrared, red and green bands (CIR): healthy vegetation is bright red.</source>
        <translation>Bandas del infrarrojo cercano, rojo y verde (CIR): la vegetación sana es de un rojo vivo.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>SWIR</source>
        <translation>SWIR</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Short-wave and near infrared and red bands: soil, moisture, burns, minerals.</source>
        <translation>Bandas del infrarrojo de onda corta y cercano y del rojo: suelos, humedad, quemas, minerales.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>PCA</source>
        <translation>ACP</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>The first three principal components of all bands.</source>
        <translation>Los tres primeros componentes principales de todas las bandas.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>The scene has no bands at the wavelengths of this composite.</source>
        <translation>La escena no tiene bandas en las longitudes de onda de esta composición.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Principal components of {}</source>
        <translation>Componentes principales de {}</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Reading {}</source>
        <translation>Leyendo {}</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Computing principal components of {}</source>
        <translation>Calculando los componentes principales de {}</translation>
    </message>
    <message>
        <location filename="../../gui/warnings_section.py"/>
        <source>Warnings ({})</source>
        <translation>Advertencias ({})</translation>
    </message>
</context>
</TS>
