<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>GeoDiffNet</name>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <source>Apply a model</source>
        <translation>Appliquer un modèle</translation>
    </message>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <source>Maps a hyperspectral image with a trained model.</source>
        <translation>Cartographie une image hyperspectrale avec un modèle entraîné.</translation>
    </message>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <source>&lt;p&gt;Maps a hyperspectral image with a model that was trained on this scene or on another one of the same sensor; no training samples are needed.&lt;/p&gt;&lt;p&gt;Bands are matched by wavelength. Both scenes should contain reflectance in the same unit. A model does not correct for differences in illumination or atmosphere between scenes: check the confidence, and assess the map before you rely on it.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Cartographie une image hyperspectrale avec un modèle entraîné sur cette scène ou sur une autre du même capteur ; aucune donnée d’entraînement n’est nécessaire.&lt;/p&gt;&lt;p&gt;Les bandes sont appariées par longueur d’onde. Les deux scènes doivent contenir des réflectances dans la même unité. Un modèle ne corrige pas les différences d’éclairement ou d’atmosphère entre les scènes : vérifiez la confiance, et évaluez la carte avant de vous y fier.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <source>hyperspectral,imaging spectroscopy,land cover,predict,classify,inference,transfer,time series,deep learning,diffusion</source>
        <translation>hyperspectral,spectroscopie imageante,occupation du sol,prédire,classifier,inférence,transfert,série temporelle,apprentissage profond,diffusion</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Assess a class map</source>
        <translation>Évaluer une carte de classes</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Estimates the accuracy of a class map and the area of its classes.</source>
        <translation>Estime l’exactitude d’une carte de classes et la superficie de ses classes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>&lt;p&gt;Compares a class map, from this plugin or any other source, with reference data: overall accuracy, producer&apos;s and user&apos;s accuracy of each class, the confusion matrix and, where the reference data are a random sample, the area of each class with its confidence interval.&lt;/p&gt;&lt;p&gt;Reference data must not have been used for training. If you give the training samples, reference data inside them are reported separately.&lt;/p&gt;&lt;p&gt;If there are no reference data yet, draw a reference sample: identify the class of each point in the image, not in the map, enter it in the class field, and use the layer as reference data.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Compare une carte de classes, issue de cette extension ou d’une autre source, à des données de référence : exactitude globale, précision du producteur et de l’utilisateur de chaque classe, matrice de confusion et, si les données de référence sont un échantillon aléatoire, superficie de chaque classe avec son intervalle de confiance.&lt;/p&gt;&lt;p&gt;Les données de référence ne doivent pas avoir servi à l’entraînement. Si vous indiquez les données d’entraînement, les données de référence qui s’y trouvent sont présentées séparément.&lt;/p&gt;&lt;p&gt;S’il n’y a pas encore de données de référence, tirez un échantillon de référence : identifiez la classe de chaque point sur l’image, et non sur la carte, saisissez-la dans le champ de classe, et utilisez la couche comme données de référence.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <location filename="../../algorithms/zonal.py"/>
        <source>Class map</source>
        <translation>Carte de classes</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The map to assess: a raster file whose first band holds class codes.</source>
        <translation>La carte à évaluer : un fichier raster dont la première bande contient des codes de classes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>A GeoPackage of points drawn at random from each class of the map, with an empty field for the class that you identify there.</source>
        <translation>Un GeoPackage de points tirés au hasard dans chaque classe de la carte, avec un champ vide pour la classe que vous y identifiez.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>accuracy,validation,confusion matrix,error matrix,area estimation,reference,ground truth,kappa,F1,stratified sample</source>
        <translation>exactitude,précision,validation,matrice de confusion,matrice d’erreur,estimation de surface,référence,vérité terrain,kappa,F1,échantillon stratifié</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Reference map (alternative)</source>
        <translation>Carte de référence (alternative)</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>A raster of class codes to use instead of reference data. It must be on the grid of the map; 0 and no data are ignored.</source>
        <translation>Un raster de codes de classes à utiliser à la place des données de référence. Il doit être sur la grille de la carte ; 0 et les valeurs nulles (NoData) sont ignorés.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Strata</source>
        <translation>Strates</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The raster whose classes are the strata of the sample, where that is not the map itself, for example an older map.</source>
        <translation>Le raster dont les classes sont les strates de l’échantillon, si ce n’est pas la carte elle-même, par exemple une carte plus ancienne.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The same seed gives the same sample; another seed gives another one.</source>
        <translation>La même graine donne le même échantillon ; une autre en donne un autre.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>A web page with all accuracies and their confidence intervals, the confusion matrix and the areas. The numbers are also written to a JSON file of the same name. Reference data are required.</source>
        <translation>Une page web avec toutes les exactitudes et leurs intervalles de confiance, la matrice de confusion et les superficies. Les valeurs sont aussi écrites dans un fichier JSON du même nom. Des données de référence sont nécessaires.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Reference sample</source>
        <translation>Échantillon de référence</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Overall accuracy</source>
        <translation>Exactitude globale</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Average accuracy</source>
        <translation>Exactitude moyenne</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Number of reference pixels</source>
        <translation>Nombre de pixels de référence</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>There are no reference data, and no reference sample is to be drawn.</source>
        <translation>Il n’y a pas de données de référence, et aucun échantillon de référence n’est à tirer.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Choose reference data, or a file for the reference sample.</source>
        <translation>Choisissez des données de référence, ou un fichier pour l’échantillon de référence.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>No report is written, since there are no reference data.</source>
        <translation>Aucun rapport n’est écrit, car il n’y a pas de données de référence.</translation>
    </message>
    <message>
        <location filename="../../algorithms/backend_algorithm.py"/>
        <source>Cancelled; nothing was written.</source>
        <translation>Annulé ; rien n’a été écrit.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>Choose another file name.</source>
        <translation>Choisissez un autre nom de fichier.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Create it or choose another folder.</source>
        <translation>Créez-le ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <location filename="../../bridge/training_layer.py"/>
        <source>Choose a folder in which you may create files.</source>
        <translation>Choisissez un dossier où vous pouvez créer des fichiers.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>{}: the file {} is also an input or another output.</source>
        <translation>{} : le fichier {} est aussi une entrée ou une autre sortie.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>{}: the folder {} does not exist.</source>
        <translation>{} : le dossier {} n’existe pas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <location filename="../../gui/requests.py"/>
        <source>{}: the folder {} is not writable.</source>
        <translation>{} : le dossier {} n’est pas accessible en écriture.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Apply a model to many scenes</source>
        <translation>Appliquer un modèle à de nombreuses scènes</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Maps many hyperspectral images with one model in parallel.</source>
        <translation>Cartographie de nombreuses images hyperspectrales en parallèle avec un modèle.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>&lt;p&gt;Maps many scenes of one sensor with a trained model in parallel, on this computer or on a cluster. Sizes, coordinate reference systems and no-data values may differ; bands are matched by wavelength.&lt;/p&gt;&lt;p&gt;A scene that cannot be mapped does not stop the others; the summary states the reason. Run the algorithm again with the same output folder to continue: after a cancellation or a crash, or when there are new scenes, completed scenes are skipped.&lt;/p&gt;&lt;p&gt;The summary, a web page and a table, contains the class areas, the mean confidence and the fraction outside the area of applicability of each scene. Assess some of the maps before you rely on all of them.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Cartographie de nombreuses scènes d’un capteur en parallèle avec un modèle entraîné, sur cet ordinateur ou sur un cluster. Les dimensions, les systèmes de coordonnées de référence et les valeurs NoData peuvent différer ; les bandes sont appariées par longueur d’onde.&lt;/p&gt;&lt;p&gt;Une scène qui ne peut pas être cartographiée n’arrête pas les autres ; le résumé en donne la raison. Exécutez à nouveau l’algorithme avec le même dossier de sortie pour continuer : après une annulation ou un plantage, ou s’il y a de nouvelles scènes, les scènes terminées sont ignorées.&lt;/p&gt;&lt;p&gt;Le résumé, une page web et un tableau, contient les superficies des classes, la confiance moyenne et la part hors du domaine d’applicabilité de chaque scène. Évaluez quelques-unes des cartes avant de vous fier à toutes.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Cancelled; completed scenes were kept and will be skipped in the next run.</source>
        <translation>Annulé ; les scènes terminées sont conservées et seront ignorées à la prochaine exécution.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Add each map to the project; not recommended for hundreds of scenes.</source>
        <translation>Ajouter chaque carte au projet ; déconseillé pour des centaines de scènes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>The folder of the maps, summary.html and summary.csv.</source>
        <translation>Le dossier des cartes, de summary.html et de summary.csv.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>hyperspectral,batch,campaign,time series,mosaic,flight lines,parallel,cluster,Dask,predict,classify,land cover</source>
        <translation>hyperspectral,lot,campagne,série temporelle,mosaïque,lignes de vol,parallèle,cluster,Dask,prédire,classifier,occupation du sol</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Load the maps into the project</source>
        <translation>Charger les cartes dans le projet</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Output folder</source>
        <translation>Dossier de sortie</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Summary table</source>
        <translation>Tableau récapitulatif</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Class maps</source>
        <translation>Cartes de classes</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Scenes mapped</source>
        <translation>Scènes cartographiées</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Scenes skipped (already complete)</source>
        <translation>Scènes ignorées (déjà terminées)</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Scenes failed</source>
        <translation>Scènes en échec</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>None of the scenes could be mapped.</source>
        <translation>Aucune des scènes n’a pu être cartographiée.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>The reasons are in the log above and in {}.</source>
        <translation>Les raisons figurent dans le journal ci-dessus et dans {}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>Classify HSI with GeoDiffNet-F</source>
        <translation>Classifier une image HSI avec GeoDiffNet-F</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>Creates a class map from a hyperspectral image and training samples.</source>
        <translation>Crée une carte de classes à partir d’une image hyperspectrale et de données d’entraînement.</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>&lt;p&gt;Creates a georeferenced class map from a hyperspectral image and training samples that you have drawn on it.&lt;/p&gt;&lt;p&gt;GeoDiffNet-F combines the spectrum of each pixel with spatial features, computed by a diffusion model that was pretrained on natural images. The map has your class names and, where the layer of training samples is styled by category, your colours.&lt;/p&gt;&lt;p&gt;A few polygons per class are enough to start with: classify, check where the map is wrong or its confidence low, draw more polygons there, and classify again. The accuracies are cross-validated; no polygon is used for both training and testing.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Crée une carte de classes géoréférencée à partir d’une image hyperspectrale et de données d’entraînement que vous y avez dessinées.&lt;/p&gt;&lt;p&gt;GeoDiffNet-F combine le spectre de chaque pixel avec des caractéristiques spatiales, calculées par un modèle de diffusion préentraîné sur des images naturelles. La carte porte vos noms de classes et, si la couche de données d’entraînement est catégorisée, vos couleurs.&lt;/p&gt;&lt;p&gt;Quelques polygones par classe suffisent pour commencer : classifiez, repérez où la carte est fausse ou sa confiance faible, dessinez-y d’autres polygones, et classifiez à nouveau. Les exactitudes sont obtenues par validation croisée ; aucun polygone ne sert à la fois à l’entraînement et au test.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>hyperspectral,imaging spectroscopy,land cover,supervised,machine learning,deep learning,diffusion,linear discriminant analysis,random forest,support vector machine,training</source>
        <translation>hyperspectral,spectroscopie imageante,occupation du sol,supervisé,apprentissage automatique,apprentissage profond,diffusion,analyse discriminante linéaire,forêt aléatoire,machine à vecteurs de support,entraînement</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>The trained model, which can be applied to other scenes of the same sensor.</source>
        <translation>Le modèle entraîné, qui peut être appliqué à d’autres scènes du même capteur.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Compare methods</source>
        <translation>Comparer les méthodes</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Cross-validates all methods on your training samples and recommends one.</source>
        <translation>Compare par validation croisée toutes les méthodes sur vos données d’entraînement et en recommande une.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>&lt;p&gt;Cross-validates all methods on an image and its training samples and recommends one. The report contains their accuracies with confidence intervals, the accuracy of each class, and the maps.&lt;/p&gt;&lt;p&gt;All methods use the same cross-validation folds; no polygon is used for both training and testing. Where two methods do not differ significantly, the simpler one is recommended.&lt;/p&gt;&lt;p&gt;Only the report is written: classify with the recommended method.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Compare par validation croisée toutes les méthodes sur une image et ses données d’entraînement, et en recommande une. Le rapport contient leurs exactitudes avec intervalles de confiance, l’exactitude de chaque classe, et les cartes.&lt;/p&gt;&lt;p&gt;Toutes les méthodes utilisent les mêmes plis de validation croisée ; aucun polygone ne sert à la fois à l’entraînement et au test. Si deux méthodes ne diffèrent pas significativement, la plus simple est recommandée.&lt;/p&gt;&lt;p&gt;Seul le rapport est écrit : classifiez avec la méthode recommandée.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>The methods to compare. GeoDiffNet-F (geodiffnet-f) combines the spectrum with spatial features of a diffusion model; GeoDiffNet (geodiffnet) uses the spatial features only; GeoSpecNet (geospecnet, a neural network), linear discriminant analysis (lda), random forest (rf) and support vector machine (svm) use the spectrum only.</source>
        <translation>Les méthodes à comparer. GeoDiffNet-F (geodiffnet-f) combine le spectre avec des caractéristiques spatiales d’un modèle de diffusion ; GeoDiffNet (geodiffnet) n’utilise que les caractéristiques spatiales ; GeoSpecNet (geospecnet, un réseau de neurones), l’analyse discriminante linéaire (lda), la forêt aléatoire (rf) et la machine à vecteurs de support (svm) n’utilisent que le spectre.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>hyperspectral,machine learning,benchmark,linear discriminant analysis,random forest,support vector machine,deep learning,diffusion,cross-validation,accuracy,model selection</source>
        <translation>hyperspectral,apprentissage automatique,comparaison,analyse discriminante linéaire,forêt aléatoire,machine à vecteurs de support,apprentissage profond,diffusion,validation croisée,exactitude,choix de modèle</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Methods</source>
        <translation>Méthodes</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <location filename="../../algorithms/tune.py"/>
        <source>The same input data with the same seed give the same results; another seed shows how much of a difference depends on chance.</source>
        <translation>Les mêmes données d’entrée avec la même graine donnent les mêmes résultats ; une autre graine montre quelle part d’une différence est due au hasard.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>A web page with the metrics of all methods, the accuracy of each class and the maps. The numbers are also written to a JSON file of the same name.</source>
        <translation>Une page web avec les métriques de toutes les méthodes, l’exactitude de chaque classe et les cartes. Les valeurs sont aussi écrites dans un fichier JSON du même nom.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Recommended method</source>
        <translation>Méthode recommandée</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Compute diffusion features</source>
        <translation>Calculer les caractéristiques de diffusion</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Writes the spatial features of a diffusion model for each pixel of an image.</source>
        <translation>Écrit les caractéristiques spatiales d’un modèle de diffusion pour chaque pixel d’une image.</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>&lt;p&gt;Extracts spatial features of a hyperspectral image with a diffusion model that was pretrained on natural images: a raster with one named band per feature, on the grid of the image. Use it in other programs, for segmentation, clustering or a model of your own.&lt;/p&gt;&lt;p&gt;This is not needed for a classification: &lt;i&gt;Classify HSI with GeoDiffNet-F&lt;/i&gt; computes the same features itself. Both cache them for the next run.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Extrait les caractéristiques spatiales d’une image hyperspectrale avec un modèle de diffusion préentraîné sur des images naturelles : un raster avec une bande nommée par caractéristique, sur la grille de l’image. Utilisez-le dans d’autres programmes, pour la segmentation, le regroupement ou votre propre modèle.&lt;/p&gt;&lt;p&gt;Ce n’est pas nécessaire pour une classification : &lt;i&gt;Classifier une image HSI avec GeoDiffNet-F&lt;/i&gt; calcule lui-même les mêmes caractéristiques. Les deux les mettent en cache pour l’exécution suivante.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>A GeoTIFF with one band per feature. The bands of each scale are ordered by the variance that they explain; the last bands are averages of the composites around each pixel. −9999 marks pixels without data.</source>
        <translation>Un GeoTIFF avec une bande par caractéristique. Les bandes de chaque échelle sont ordonnées selon la variance expliquée ; les dernières bandes sont des moyennes des compositions colorées autour de chaque pixel. −9999 marque les pixels sans données.</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>hyperspectral,embedding,texture,context,deep features,diffusion,UNet,activations,dimensionality reduction</source>
        <translation>hyperspectral,plongement,texture,contexte,caractéristiques profondes,diffusion,UNet,activations,réduction de dimension</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Features</source>
        <translation>Caractéristiques</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Number of feature bands</source>
        <translation>Nombre de bandes de caractéristiques</translation>
    </message>
    <message>
        <location filename="../../algorithms/groups.py"/>
        <source>Labelling</source>
        <translation>Étiquetage</translation>
    </message>
    <message>
        <location filename="../../algorithms/groups.py"/>
        <source>Classification</source>
        <translation>Classification</translation>
    </message>
    <message>
        <location filename="../../algorithms/groups.py"/>
        <source>Accuracy assessment</source>
        <translation>Évaluation de l’exactitude</translation>
    </message>
    <message>
        <location filename="../../algorithms/groups.py"/>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Diffusion features</source>
        <translation>Caractéristiques de diffusion</translation>
    </message>
    <message>
        <location filename="../../algorithms/groups.py"/>
        <source>Setup</source>
        <translation>Installation</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Spatial scales</source>
        <translation>Échelles spatiales</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Downsampling factors at which features are extracted: 1 is full resolution, 2 half resolution, and so on. Default: 2, 4.</source>
        <translation>Facteurs de sous-échantillonnage auxquels les caractéristiques sont extraites : 1 est la pleine résolution, 2 la demi-résolution, et ainsi de suite. Par défaut : 2, 4.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>The pretrained diffusion model that computes the spatial features. “bundled” is small, part of the plugin, and works offline. “adm-imagenet64” is the backbone of the paper (1.2 GB, downloaded at first use); the path of its checkpoint can be given instead. Also supported: the path of a folder in diffusers format, or a model of the Hugging Face hub as owner/name@commit.</source>
        <translation>Le modèle de diffusion préentraîné qui calcule les caractéristiques spatiales. « bundled » est petit, fait partie de l’extension et fonctionne hors ligne. « adm-imagenet64 » est le réseau de l’article (1,2 Go, téléchargé à la première utilisation) ; le chemin de son point de sauvegarde peut être indiqué à la place. Sont aussi pris en charge le chemin d’un dossier au format diffusers, ou un modèle du hub Hugging Face sous la forme owner/name@commit.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Number of principal components of the network&apos;s activations that are kept at each scale. The denoised image is not reduced. If empty, 4, or 32 where decoder blocks are given.</source>
        <translation>Nombre de composantes principales des activations du réseau conservées à chaque échelle. L’image débruitée n’est pas réduite. Si vide, 4, ou 32 si des blocs du décodeur sont indiqués.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Decoder blocks</source>
        <translation>Blocs du décodeur</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Numbers of the decoder blocks of the network whose activations are used, such as 5, 8, 11. Low numbers give coarse features of a wide context, high numbers fine features of a narrow one; the number after the last block is the denoised image. Default for the bundled backbone: 2, 12 (12 is the denoised image). “Tune diffusion features” finds those that suit a scene.</source>
        <translation>Numéros des blocs du décodeur du réseau dont les activations sont utilisées, par exemple 5, 8, 11. Les petits numéros donnent des caractéristiques grossières d’un large contexte, les grands des caractéristiques fines d’un contexte étroit ; le numéro après le dernier bloc est l’image débruitée. Par défaut pour le réseau fourni : 2, 12 (12 est l’image débruitée). « Régler les caractéristiques de diffusion » trouve ceux qui conviennent à une scène.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Diffusion timesteps (noise level)</source>
        <translation>Pas de temps de diffusion (niveau de bruit)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>The timesteps of the diffusion process at which features are extracted: 0 is free of noise, 999 is pure noise. Default: 300. Several can be given, such as 100, 300.</source>
        <translation>Les pas de temps du processus de diffusion auxquels les caractéristiques sont extraites : 0 est sans bruit, 999 est du bruit pur. Par défaut : 300. Plusieurs peuvent être indiqués, par exemple 100, 300.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Composites</source>
        <translation>Compositions colorées</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>The three-band composites that are the input of the network: rgb, cir, swir, pca1 (principal components 1 to 3), pca2 (4 to 6). Default: pca1, pca2. Each one adds to the computing time.</source>
        <translation>Les compositions colorées à trois bandes en entrée du réseau : rgb, cir, swir, pca1 (composantes principales 1 à 3), pca2 (4 à 6). Par défaut : pca1, pca2. Chacune augmente le temps de calcul.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>Backbone</source>
        <translation>Réseau de base</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Principal components per scale</source>
        <translation>Composantes principales par échelle</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>The hyperspectral images: layers of the project, or files.</source>
        <translation>Les images hyperspectrales : couches du projet, ou fichiers.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>A folder whose rasters are scenes, as are the products in its subfolders. Maps of an earlier run are ignored.</source>
        <translation>Un dossier dont les rasters sont des scènes, de même que les produits de ses sous-dossiers. Les cartes d’une exécution antérieure sont ignorées.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>The files of the scene folder to use, such as *.tif or flight*/*_refl.bsq; ** matches subfolders of any depth. If empty, all are used.</source>
        <translation>Les fichiers du dossier de scènes à utiliser, par exemple *.tif ou flight*/*_refl.bsq ; ** correspond à des sous-dossiers de toute profondeur. Si vide, tous sont utilisés.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>The pattern of the file names: {name} is the name of the scene, {folder} that of its folder, {kind} the content, such as map or confidence. A / creates subfolders.</source>
        <translation>Le modèle des noms de fichiers : {name} est le nom de la scène, {folder} celui de son dossier, {kind} le contenu, par exemple map ou confidence. Un / crée des sous-dossiers.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Number of processes on this computer, each of which maps one scene at a time. If empty, it depends on the CPU cores, GPUs and free memory.</source>
        <translation>Nombre de processus sur cet ordinateur, dont chacun cartographie une scène à la fois. Si vide, il dépend des cœurs du CPU, des GPU et de la mémoire libre.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>The address of a running scheduler, such as tls://host:8786, whose workers map the scenes instead of this computer. They need the backend and access to the same files.</source>
        <translation>L’adresse d’un ordonnanceur en cours d’exécution, par exemple tls://host:8786, dont les workers cartographient les scènes à la place de cet ordinateur. Ils ont besoin du moteur de calcul et d’un accès aux mêmes fichiers.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Scenes</source>
        <translation>Scènes</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Scene folder</source>
        <translation>Dossier de scènes</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>File name pattern</source>
        <translation>Modèle de noms de fichiers</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>There are no scenes.</source>
        <translation>Il n’y a pas de scènes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Choose layers, files or a scene folder.</source>
        <translation>Choisissez des couches, des fichiers ou un dossier de scènes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Choose another folder.</source>
        <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Write confidence</source>
        <translation>Écrire la confiance</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>For each scene, the probability of the predicted class in percent.</source>
        <translation>Pour chaque scène, la probabilité de la classe prédite en pour cent.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Write class probabilities</source>
        <translation>Écrire les probabilités des classes</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>For each scene, one band per class. These files are large.</source>
        <translation>Pour chaque scène, une bande par classe. Ces fichiers sont volumineux.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Write area of applicability</source>
        <translation>Écrire le domaine d’applicabilité</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>For each scene, the dissimilarity of each pixel to the training pixels.</source>
        <translation>Pour chaque scène, la dissemblance de chaque pixel avec les pixels d’entraînement.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Write second choice</source>
        <translation>Écrire le second choix</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>For each scene, the second most probable class of each pixel.</source>
        <translation>Pour chaque scène, la deuxième classe la plus probable de chaque pixel.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Write margin to the second choice</source>
        <translation>Écrire la marge par rapport au second choix</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>For each scene, the difference between the probabilities of the mapped class and the second choice, in percent.</source>
        <translation>Pour chaque scène, la différence entre les probabilités de la classe cartographiée et du second choix, en pour cent.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Recompute completed scenes</source>
        <translation>Recalculer les scènes terminées</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>If unchecked, a scene is skipped when its map exists and was computed from the same file with the same model and settings.</source>
        <translation>Si non coché, une scène est ignorée lorsque sa carte existe et a été calculée à partir du même fichier avec le même modèle et les mêmes paramètres.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Output file names</source>
        <translation>Noms des fichiers de sortie</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Parallel workers</source>
        <translation>Workers parallèles</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Dask scheduler address</source>
        <translation>Adresse de l’ordonnanceur Dask</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>CA certificate</source>
        <translation>Certificat de l’autorité (CA)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Client certificate</source>
        <translation>Certificat client</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Private key of the client certificate</source>
        <translation>Clé privée du certificat client</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>A PEM file, for a scheduler whose address starts with tls://.</source>
        <translation>Un fichier PEM, pour un ordonnanceur dont l’adresse commence par tls://.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>The folder {} does not exist.</source>
        <translation>Le dossier {} n’existe pas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/known_samples.py"/>
        <source>The training samples of the model. Locations similar to them have a low priority, and none is inside one of them.</source>
        <translation>Les données d’entraînement du modèle. Les emplacements qui leur ressemblent ont une faible priorité, et aucun ne se trouve à l’intérieur.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/known_samples.py"/>
        <source>The field of the training samples that holds the class. The suggested locations get an empty field of the same name.</source>
        <translation>Le champ des données d’entraînement qui contient la classe. Les emplacements suggérés reçoivent un champ vide du même nom.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/known_samples.py"/>
        <location filename="../../algorithms/parameters/reference.py"/>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Training samples</source>
        <translation>Données d’entraînement</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/labelled_layer.py"/>
        <source>{}: {} annotations of these classes: {}.</source>
        <translation>{} : {} annotations de ces classes : {}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/labelled_layer.py"/>
        <source>{}: the class field is not known.</source>
        <translation>{} : le champ de classe n’est pas connu.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/labelled_layer.py"/>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Choose one of these fields: {}.</source>
        <translation>Choisissez l’un de ces champs : {}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/labelled_layer.py"/>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/labelled_layer.py"/>
        <source>{}: “{}” is used as the class field.</source>
        <translation>{} : « {} » est utilisé comme champ de classe.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/labelled_layer.py"/>
        <source>{}: {} annotations without a class, or with several, were left out.</source>
        <translation>{} : {} annotations sans classe, ou qui en ont plusieurs, ont été ignorées.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>The map as a GeoTIFF on the grid of the image, with class names and colours. 0 marks pixels without data.</source>
        <translation>La carte en GeoTIFF sur la grille de l’image, avec noms et couleurs des classes. 0 marque les pixels sans données.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <location filename="../../algorithms/zonal.py"/>
        <location filename="../../gui/map_buttons.py"/>
        <source>Confidence</source>
        <translation>Confiance</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with the probability of the predicted class in percent. Additional training samples help most where it is low.</source>
        <translation>Un GeoTIFF avec la probabilité de la classe prédite en pour cent. Des données d’entraînement supplémentaires sont le plus utiles là où elle est faible.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Class probabilities</source>
        <translation>Probabilités des classes</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with one band per class: the probability of that class, 0 to 1.</source>
        <translation>Un GeoTIFF avec une bande par classe : la probabilité de cette classe, de 0 à 1.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Area of applicability</source>
        <translation>Domaine d’applicabilité</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with the dissimilarity of each pixel to the training pixels. Above 1, a pixel is outside the area of applicability: its spectrum is unlike any training sample, and the accuracies do not apply to it.</source>
        <translation>Un GeoTIFF avec la dissemblance de chaque pixel avec les pixels d’entraînement. Au-dessus de 1, un pixel est hors du domaine d’applicabilité : son spectre ne ressemble à aucune donnée d’entraînement, et les exactitudes ne s’y appliquent pas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Second choice</source>
        <translation>Second choix</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with the second most probable class of each pixel, in the names and colours of the map. Where the margin is low, it shows with which class the mapped one is confused.</source>
        <translation>Un GeoTIFF de la deuxième classe la plus probable de chaque pixel, avec les noms et couleurs de la carte. Là où la marge est faible, il montre avec quelle classe la classe cartographiée est confondue.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Margin to the second choice</source>
        <translation>Marge par rapport au second choix</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with the difference between the probabilities of the mapped class and the second choice, in percent.</source>
        <translation>Un GeoTIFF de la différence entre les probabilités de la classe cartographiée et du second choix, en pourcentage.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Fraction of the scene outside the area of applicability</source>
        <translation>Part de la scène hors du domaine d’applicabilité</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>GeoDiffNet-F (geodiffnet-f) combines the spectrum with spatial features of a diffusion model and suits most scenes. GeoDiffNet (geodiffnet) uses the spatial features only. GeoSpecNet (geospecnet, a neural network), linear discriminant analysis (lda), random forest (rf) and support vector machine (svm) use the spectrum only; lda is fitted in milliseconds. The blend of all methods (auto) weights them by cross-validation and takes longest.</source>
        <translation>GeoDiffNet-F (geodiffnet-f) combine le spectre avec des caractéristiques spatiales d’un modèle de diffusion et convient à la plupart des scènes. GeoDiffNet (geodiffnet) n’utilise que les caractéristiques spatiales. GeoSpecNet (geospecnet, un réseau de neurones), l’analyse discriminante linéaire (lda), la forêt aléatoire (rf) et la machine à vecteurs de support (svm) n’utilisent que le spectre ; lda est ajustée en quelques millisecondes. La combinaison de toutes les méthodes (auto) les pondère par validation croisée et prend le plus de temps.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>Only for linear discriminant analysis: fit it to the spectrum and the diffusion features. The features are computed once per scene and cached.</source>
        <translation>Seulement pour l’analyse discriminante linéaire : l’ajuster au spectre et aux caractéristiques de diffusion. Les caractéristiques sont calculées une fois par scène et mises en cache.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>Default (recommended)</source>
        <translation>Par défaut (recommandé)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>As published in the paper</source>
        <translation>Comme dans l’article</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>“As published” (paper) extracts features from one composite and one decoder block and trains the networks as in the paper, for comparison. The default is more accurate.</source>
        <translation>« Comme dans l’article » (paper) extrait les caractéristiques d’une composition colorée et d’un bloc du décodeur, et entraîne les réseaux comme dans l’article, à des fins de comparaison. Le préréglage par défaut est plus exact.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <location filename="../../algorithms/tune.py"/>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>Use diffusion features in linear discriminant analysis</source>
        <translation>Utiliser les caractéristiques de diffusion dans l’analyse discriminante linéaire</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>A model file written by “Train a model” or “Classify HSI with GeoDiffNet-F”. It contains the method, the classes and their colours.</source>
        <translation>Un fichier de modèle écrit par « Entraîner un modèle » ou « Classifier une image HSI avec GeoDiffNet-F ». Il contient la méthode, les classes et leurs couleurs.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>Needed only for a model whose backbone is neither bundled nor in the cache of this computer: adm-imagenet64 or the path of its checkpoint, a folder in diffusers format, or a model of the Hugging Face hub as owner/name@commit. If empty, nothing is downloaded.</source>
        <translation>Nécessaire seulement pour un modèle dont le réseau de base n’est ni fourni ni dans le cache de cet ordinateur : adm-imagenet64 ou le chemin de son point de sauvegarde, un dossier au format diffusers, ou un modèle du hub Hugging Face sous la forme owner/name@commit. Si vide, rien n’est téléchargé.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>Choose a .safetensors file written by this plugin.</source>
        <translation>Choisissez un fichier .safetensors écrit par cette extension.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>GeoDiffNet models (*.safetensors)</source>
        <translation>Modèles GeoDiffNet (*.safetensors)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>The model cannot be opened: {}</source>
        <translation>Le modèle ne peut pas être ouvert : {}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/more_scenes.py"/>
        <source>Images of the same sensor that also contain training samples; the samples of all scenes are in one layer. Bands are matched to the first image by wavelength. Where each class occurs in two scenes, whole scenes are held out in cross-validation.</source>
        <translation>Images du même capteur qui contiennent aussi des données d’entraînement ; celles de toutes les scènes sont dans une seule couche. Les bandes sont appariées à la première image par longueur d’onde. Si chaque classe est présente dans deux scènes, des scènes entières sont mises de côté dans la validation croisée.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/more_scenes.py"/>
        <source>Additional training scenes</source>
        <translation>Scènes d’entraînement supplémentaires</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Centre inside the polygon</source>
        <translation>Centre dans le polygone</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>All touched pixels</source>
        <translation>Tous les pixels touchés</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Minimum coverage</source>
        <translation>Couverture minimale</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Which pixels a polygon labels: those with their centre inside it, all that it touches, or those that it covers by the minimum coverage. A polygon that is too small for any labels the pixel that it lies in.</source>
        <translation>Quels pixels un polygone étiquette : ceux dont le centre est à l’intérieur, tous ceux qu’il touche, ou ceux qu’il recouvre au moins de la couverture minimale. Un polygone trop petit pour tous étiquette le pixel dans lequel il se trouve.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Pixel selection rule</source>
        <translation>Règle de sélection des pixels</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Fraction of a pixel that a polygon has to cover, above 0 to 1. Used by the rule “Minimum coverage”.</source>
        <translation>Part d’un pixel qu’un polygone doit recouvrir, de plus de 0 à 1. Utilisée par la règle « Couverture minimale ».</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Point radius (pixels)</source>
        <translation>Rayon des points (pixels)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>A point labels the pixel that it lies in and the pixels whose centre is within this radius.</source>
        <translation>Un point étiquette le pixel dans lequel il se trouve et les pixels dont le centre est dans ce rayon.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Line width (pixels)</source>
        <translation>Largeur des lignes (pixels)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>A line of width 0 labels the pixels that it touches, a wider line those with their centre inside it.</source>
        <translation>Une ligne de largeur 0 étiquette les pixels qu’elle touche, une ligne plus large ceux dont le centre est à l’intérieur.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>Exclude clouds, cirrus, haze, shadows, snow and saturated pixels, as far as the product flags them. The log states the share. Other images have no such layers.</source>
        <translation>Exclut les nuages, les cirrus, la brume, les ombres, la neige et les pixels saturés, dans la mesure où le produit les signale. Le journal indique la proportion. Les autres images n’ont pas de telles couches.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>A raster with one band that excludes pixels where it is not 0, instead of the quality layers. It is resampled to the grid of the image if necessary.</source>
        <translation>Un raster à une bande qui exclut les pixels où il n’est pas égal à 0, à la place des couches de qualité. Il est rééchantillonné si nécessaire sur la grille de l’image.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>Exclude pixels by the quality layers of the product</source>
        <translation>Exclure des pixels d’après les couches de qualité du produit</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>Quality mask</source>
        <translation>Masque de qualité</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <location filename="../../algorithms/parameters/reference.py"/>
        <location filename="../../algorithms/parameters/scene.py"/>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <location filename="../../gui/cube.py"/>
        <source>Check that the file exists and opens in QGIS as a raster layer.</source>
        <translation>Vérifiez que le fichier existe et s’ouvre dans QGIS comme couche raster.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>Choose a raster with one band, in which 0 marks the pixels to keep.</source>
        <translation>Choisissez un raster à une bande dans lequel 0 marque les pixels à conserver.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>The quality mask cannot be opened: {}</source>
        <translation>Le masque de qualité ne peut pas être ouvert : {}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>The quality mask {} has {} bands.</source>
        <translation>Le masque de qualité {} a {} bandes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>Points, polygons or lines of known class. Selections, filters, joins and temporary layers are respected.</source>
        <translation>Points, polygones ou lignes de classe connue. Les sélections, filtres, jointures et couches temporaires sont pris en compte.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>The field of the reference data that holds the class: its name as in the map, or its code. Features without a value are ignored.</source>
        <translation>Le champ des données de référence qui contient la classe : son nom comme sur la carte, ou son code. Les entités sans valeur sont ignorées.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <location filename="../../algorithms/parameters/scene.py"/>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>By name</source>
        <translation>Par nom</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>By code</source>
        <translation>Par code</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>How classes of the reference data are matched with classes of the map. “Automatic” matches the names that the layers show, and codes only where neither has names or the codes are unambiguous. Choose “By code” where the same code is known to mean the same class in both.</source>
        <translation>Comment les classes des données de référence sont appariées à celles de la carte. « Automatique » apparie les noms affichés par les couches, et les codes seulement si aucune n’a de noms ou si les codes sont sans ambiguïté. Choisissez « Par code » si le même code désigne à coup sûr la même classe dans les deux.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>The training samples of the map. Reference data inside them would make the accuracy too optimistic and are reported separately.</source>
        <translation>Les données d’entraînement de la carte. Les données de référence qui s’y trouvent rendraient l’exactitude trop optimiste et sont présentées séparément.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>Reference data</source>
        <translation>Données de référence</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>Class matching</source>
        <translation>Appariement des classes</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>Both reference data and a reference map were given.</source>
        <translation>Des données de référence et une carte de référence ont été indiquées toutes les deux.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Leave one of them empty.</source>
        <translation>Laissez l’une des deux vide.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{} cannot be opened: {}</source>
        <translation>{} : ouverture impossible : {}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reports.py"/>
        <location filename="../../gui/map_texts.py"/>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reports.py"/>
        <source>Overall accuracy (cross-validation grouped by polygon)</source>
        <translation>Exactitude globale (validation croisée groupée par polygone)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reports.py"/>
        <source>Average accuracy (cross-validation)</source>
        <translation>Exactitude moyenne (validation croisée)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reports.py"/>
        <source>Kappa (cross-validation)</source>
        <translation>Kappa (validation croisée)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reports.py"/>
        <source>HTML files (*.html)</source>
        <translation>Fichiers HTML (*.html)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Simple random</source>
        <translation>Aléatoire simple</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Stratified random</source>
        <translation>Aléatoire stratifié</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Purposive (not random)</source>
        <translation>Raisonné (non aléatoire)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Census (complete coverage)</source>
        <translation>Recensement (couverture complète)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>How the locations of the reference data were selected: at random over the whole map, at random within each class, purposively (which allows no estimates for the whole map), or everywhere. “Automatic” assumes a stratified sample for points and a purposive one for polygons and lines.</source>
        <translation>Comment les emplacements des données de référence ont été choisis : au hasard sur toute la carte, au hasard dans chaque classe, de façon raisonnée (ce qui ne permet aucune estimation pour toute la carte), ou partout. « Automatique » suppose un échantillon stratifié pour des points, et raisonné pour des polygones et des lignes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Number of points to draw. Used only when a reference sample is drawn.</source>
        <translation>Nombre de points à tirer. Utilisé seulement lorsqu’un échantillon de référence est tiré.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Olofsson et al. (recommended)</source>
        <translation>Olofsson et al. (recommandé)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Proportional to area</source>
        <translation>Proportionnelle à la superficie</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Equal</source>
        <translation>Égale</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>How the points are allocated to the classes. Olofsson et al. (olofsson): 50 to 100 points for rare classes, proportional to area for the others; proportional: proportional to area; equal: the same number for each class.</source>
        <translation>Comment les points sont répartis entre les classes. Olofsson et al. (olofsson) : 50 à 100 points pour les classes rares, proportionnellement à la superficie pour les autres ; proportional : proportionnellement à la superficie ; equal : le même nombre pour chaque classe.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Sampling design</source>
        <translation>Plan d’échantillonnage</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Sample size</source>
        <translation>Taille de l’échantillon</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Sample allocation</source>
        <translation>Répartition de l’échantillon</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>The scene, as reflectance, with at least three bands. Wavelengths and bad bands are read from its metadata. Any format or subdataset that QGIS opens as a raster layer is supported, and the metadata file or folder of an EnMAP, PRISMA, DESIS, EMIT, Tanager, NEON, AVIRIS, Wyvern or Hyperfield product.</source>
        <translation>La scène, en réflectance, avec au moins trois bandes. Les longueurs d’onde et les mauvaises bandes sont lues dans ses métadonnées. Tout format ou sous-jeu de données que QGIS ouvre comme couche raster est pris en charge, ainsi que le fichier de métadonnées ou le dossier d’un produit EnMAP, PRISMA, DESIS, EMIT, Tanager, NEON, AVIRIS, Wyvern ou Hyperfield.</translation>
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
        <translation>Le processeur sur lequel calculer. « Automatique » utilise un GPU s’il y en a un qui convient.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Approximate amount of memory that may be used. If empty, it depends on the free memory. Decrease it if a run was stopped because memory ran out.</source>
        <translation>Quantité approximative de mémoire utilisable. Si vide, elle dépend de la mémoire libre. Diminuez-la si une exécution s’est arrêtée faute de mémoire.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Also read data that refer to files outside their own folder or to the network, as virtual rasters may. Use this only for data that you trust. The default is set in the options of the plugin.</source>
        <translation>Lire aussi des données qui renvoient à des fichiers hors de leur propre dossier ou au réseau, comme le peuvent les rasters virtuels. À n’utiliser que pour des données fiables. La valeur par défaut se règle dans les options de l’extension.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Band numbers and ranges, such as 1-5, 130-135. Bands that the metadata mark as bad and empty bands are always excluded.</source>
        <translation>Numéros et plages de bandes, par exemple 1-5, 130-135. Les bandes signalées comme mauvaises dans les métadonnées et les bandes vides sont toujours exclues.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Three band numbers, such as 30, 20, 10, for an image without wavelengths. Otherwise the bands are selected by wavelength.</source>
        <translation>Trois numéros de bandes, par exemple 30, 20, 10, pour une image sans longueurs d’onde. Sinon, les bandes sont choisies par longueur d’onde.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Exclude bands in the water vapour absorption regions (1340–1460, 1790–1960 and above 2450 nm) and bands with almost constant values. The log lists them.</source>
        <translation>Exclure les bandes d’absorption de la vapeur d’eau (1340–1460, 1790–1960 et au-dessus de 2450 nm) et les bandes aux valeurs presque constantes. Le journal les énumère.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Hyperspectral image</source>
        <translation>Image hyperspectrale</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Choose the hyperspectral scene, not a map or a single band of it.</source>
        <translation>Choisissez la scène hyperspectrale, et non une carte ou une seule de ses bandes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Device</source>
        <translation>Processeur de calcul</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Memory limit (MB)</source>
        <translation>Limite de mémoire (Mo)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Allow references to other folders and the network</source>
        <translation>Autoriser les renvois à d’autres dossiers et au réseau</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Bands to exclude</source>
        <translation>Bandes à exclure</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Red, green and blue bands</source>
        <translation>Bandes rouge, verte et bleue</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Exclude bands without signal</source>
        <translation>Exclure les bandes sans signal</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <location filename="../../gui/cube.py"/>
        <source>The image cannot be opened: {}</source>
        <translation>L’image ne peut pas être ouverte : {}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>The image {} has too few bands ({}); at least {} are needed.</source>
        <translation>L’image {} a trop peu de bandes ({}) ; il en faut au moins {}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Training data (at least one of these)</source>
        <translation>Données d’entraînement (au moins l’une d’elles)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Classifier</source>
        <translation>Classificateur</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Labelled pixels</source>
        <translation>Pixels étiquetés</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Bands and excluded pixels</source>
        <translation>Bandes et pixels exclus</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Rasters to write</source>
        <translation>Rasters à écrire</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Computation</source>
        <translation>Calcul</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/seed.py"/>
        <source>Random seed</source>
        <translation>Graine aléatoire</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/spectral_libraries.py"/>
        <source>Spectral libraries (with or instead of training samples)</source>
        <translation>Bibliothèques spectrales (avec des données d’entraînement ou à leur place)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/spectral_libraries.py"/>
        <source>Class field of the spectral libraries</source>
        <translation>Champ de classe des bibliothèques spectrales</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/spectral_libraries.py"/>
        <source>The field that holds the class of a spectrum; “name” is the name of the spectrum, “folder” that of the folder of its file. If empty, the field “class” is used, or the name without its number where there is no such field.</source>
        <translation>Le champ qui contient la classe d’un spectre ; « name » est le nom du spectre, « folder » celui du dossier de son fichier. S’il est vide, le champ « class » est utilisé ou, à défaut, le nom sans son numéro.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/spectral_libraries.py"/>
        <source>Choose a file, or a folder of files with one spectrum each.</source>
        <translation>Choisissez un fichier ou un dossier de fichiers contenant chacun un spectre.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/spectral_libraries.py"/>
        <source>The spectral library {} does not exist.</source>
        <translation>La bibliothèque spectrale {} n’existe pas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Spectra of known class to use in addition to training samples or instead of them: ENVI (.sli), CSV, ECOSTRESS, USGS splib07, ASD or EnMAP-Box files, or folders of them. They are resampled to the bands of the image, which needs wavelengths. With libraries, the method uses the spectrum only.</source>
        <translation>Spectres de classe connue à utiliser en plus des données d’entraînement ou à leur place : fichiers ENVI (.sli), CSV, ECOSTRESS, USGS splib07, ASD ou EnMAP-Box, ou dossiers de tels fichiers. Ils sont rééchantillonnés aux bandes de l’image, qui doit avoir des longueurs d’onde. Avec des bibliothèques, la méthode n’utilise que le spectre.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>A web page with the accuracies, the confusion matrix, the weights of the base classifiers, the input data and the settings.</source>
        <translation>Une page web avec les exactitudes, la matrice de confusion, les poids des classificateurs de base, les données d’entrée et les paramètres.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>The same input data with the same seed give the same map; another seed shows how much of the map depends on chance.</source>
        <translation>Les mêmes données d’entrée avec la même graine donnent la même carte ; une autre graine montre quelle part de la carte est due au hasard.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Annotation layers are training samples, too: the text in a shape is its class, or the name of a layer without texts. Files of other tools can be given by their path: training input of the SCP (.scpx), regions of ENVI (.xml, .txt), datasets of the EnMAP-Box (.json) and tables with coordinates (.csv).</source>
        <translation>Les couches d’annotations sont aussi des données d’entraînement : le texte dans une forme est sa classe, ou le nom d’une couche sans textes. Les fichiers d’autres logiciels peuvent être indiqués par leur chemin : données d’entraînement du SCP (.scpx), régions d’ENVI (.xml, .txt), jeux de données de l’EnMAP-Box (.json) et tables avec coordonnées (.csv).</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Polygons, points or lines of known class, in any coordinate reference system: at least two classes with three pixels each; recommended are five to ten small polygons per class, spread over the scene. Selections, filters, joins and temporary layers are respected.</source>
        <translation>Polygones, points ou lignes de classe connue, dans tout système de coordonnées de référence : au moins deux classes de trois pixels chacune ; cinq à dix petits polygones par classe, répartis sur la scène, sont recommandés. Les sélections, filtres, jointures et couches temporaires sont pris en compte.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>The field that holds the class of a training sample, as a name or an integer code. Samples without a value are ignored. If empty, it is the field that styles the layer, one with a usual name such as class or species, or the only text field.</source>
        <translation>Le champ qui contient la classe des données d’entraînement, sous forme de nom ou de code entier. Les entités sans valeur sont ignorées. S’il est vide, c’est le champ du style de la couche, un champ au nom usuel tel que class ou species, ou le seul champ de texte.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Label raster (instead of training samples)</source>
        <translation>Raster d’étiquettes (à la place de données d’entraînement)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>A raster to use instead of training samples: its first band holds an integer code for each class, and 0 or no data where the class is unknown. Connected pixels of a class are treated as one polygon. Class names and colours are read from the layer&apos;s style or from the file.</source>
        <translation>Un raster à utiliser à la place de données d’entraînement vectorielles : sa première bande contient un code entier par classe, et 0 ou NoData là où la classe est inconnue. Les pixels connexes d’une classe sont traités comme un polygone. Les noms et couleurs des classes sont lus dans le style de la couche ou dans le fichier.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Both training samples and a label raster were given.</source>
        <translation>Des données d’entraînement et un raster d’étiquettes ont été indiqués tous les deux.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>No training samples were given.</source>
        <translation>Aucune donnée d’entraînement n’a été indiquée.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Choose a layer of training samples or a label raster.</source>
        <translation>Choisissez une couche de données d’entraînement ou un raster d’étiquettes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>The label raster cannot be opened: {}</source>
        <translation>Le raster d’étiquettes ne peut pas être ouvert : {}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Choose a layer of training samples, a label raster or spectral libraries.</source>
        <translation>Choisissez une couche de données d’entraînement, un raster d’étiquettes ou des bibliothèques spectrales.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <location filename="../../gui/layers_section.py"/>
        <location filename="../../gui/samples/import_dialog.py"/>
        <source>Class field</source>
        <translation>Champ de classe</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Check that the file exists and opens in QGIS as a vector layer.</source>
        <translation>Vérifiez que le fichier existe et s’ouvre dans QGIS comme couche vecteur.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Choose a layer of polygons, points or lines.</source>
        <translation>Choisissez une couche de polygones, de points ou de lignes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Draw some features. If “Selected features only” is checked, select some or uncheck it.</source>
        <translation>Dessinez des entités. Si « Entités sélectionnées uniquement » est coché, sélectionnez-en ou décochez la case.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: {} is a table without geometries.</source>
        <translation>{} : {} est une table sans géométries.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: there is no field “{}”.</source>
        <translation>{} : il n’y a pas de champ « {} ».</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: no coordinate reference system; that of the image is assumed.</source>
        <translation>{} : pas de système de coordonnées de référence ; celui de l’image est supposé.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: the layer contains no features.</source>
        <translation>{} : la couche ne contient aucune entité.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: {} invalid geometries were repaired.</source>
        <translation>{} : {} géométries invalides ont été réparées.</translation>
    </message>
    <message>
        <location filename="../../algorithms/provider.py"/>
        <source>GeoDiffNet: hyperspectral classification</source>
        <translation>GeoDiffNet : classification hyperspectrale</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Set up the backend</source>
        <translation>Installer le moteur de calcul</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Installs, verifies, repairs or removes the Python environment of the backend.</source>
        <translation>Installe, vérifie, répare ou supprime l’environnement Python du moteur de calcul.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>&lt;p&gt;The backend of GeoDiffNet runs in its own Python environment, separate from the Python of QGIS. This algorithm installs it in your QGIS profile: no administrator rights are needed, and nothing else on the computer is changed.&lt;/p&gt;&lt;p&gt;Every file is verified against the checksum of the tested version. If the installation is cancelled or fails, the previous environment is kept; the next attempt reuses completed downloads. At the end a self-test runs.&lt;/p&gt;&lt;p&gt;The same actions are available under &lt;i&gt;Settings ▸ Options ▸ GeoDiffNet&lt;/i&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Le moteur de calcul de GeoDiffNet fonctionne dans son propre environnement Python, séparé du Python de QGIS. Cet algorithme l’installe dans votre profil QGIS : aucun droit d’administrateur n’est nécessaire, et rien d’autre n’est modifié sur l’ordinateur.&lt;/p&gt;&lt;p&gt;Chaque fichier est vérifié par la somme de contrôle de la version testée. Si l’installation est annulée ou échoue, l’environnement précédent est conservé ; l’essai suivant réutilise les téléchargements terminés. À la fin, un autotest s’exécute.&lt;/p&gt;&lt;p&gt;Les mêmes actions se trouvent sous &lt;i&gt;Préférences ▸ Options ▸ GeoDiffNet&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>setup: install the environment, or upgrade it after an upgrade of the plugin. verify: run the self-test. repair: install the environment again. download: only fill the wheel folder, for computers without a network connection. use: use an existing Python environment. remove: delete the environment.</source>
        <translation>setup : installer l’environnement, ou le mettre à niveau après une mise à niveau de l’extension. verify : exécuter l’autotest. repair : réinstaller l’environnement. download : seulement remplir le dossier de wheels, pour des ordinateurs sans connexion réseau. use : utiliser un environnement Python existant. remove : supprimer l’environnement.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>CPU only</source>
        <translation>CPU seulement</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>“Automatic” installs the build for NVIDIA GPUs (CUDA, about 3 GB to download) where a sufficiently recent driver is found, and otherwise the CPU build (about 0.4 GB). On a Mac there is one build, which supports Apple&apos;s GPU.</source>
        <translation>« Automatique » installe la version pour GPU NVIDIA (CUDA, environ 3 Go à télécharger) si un pilote assez récent est trouvé, et sinon la version CPU (environ 0,4 Go). Sur Mac, il y a une seule version, qui prend en charge le GPU d’Apple.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>A folder of wheels to install from, without a network connection; for the action “Download only”, the folder to fill. It must contain the tested files for this system and Python version.</source>
        <translation>Un dossier de wheels à partir duquel installer, sans connexion réseau ; pour l’action « Télécharger seulement », le dossier à remplir. Il doit contenir les fichiers testés pour ce système et cette version de Python.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>The base Python of the environment. If empty, it is detected (the Python of QGIS on Windows, python3 of the system on Linux). For the action “Use a custom Python environment”, the interpreter of an environment that contains all packages; empty to use the environment in the profile again.</source>
        <translation>Le Python de base de l’environnement. Si vide, il est détecté (le Python de QGIS sous Windows, le python3 du système sous Linux). Pour l’action « Utiliser un environnement Python personnalisé », l’interpréteur d’un environnement qui contient tous les paquets ; vide pour utiliser à nouveau l’environnement du profil.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>install,installation,environment,python,pip,torch,pytorch,cuda,gpu,dependencies,upgrade,repair,verify,uninstall,offline,wheels</source>
        <translation>installer,installation,environnement,python,pip,torch,pytorch,cuda,gpu,dépendances,mettre à niveau,réparer,vérifier,désinstaller,hors ligne,wheels</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>PyTorch build</source>
        <translation>Version de PyTorch</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Wheel folder</source>
        <translation>Dossier de wheels</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Python interpreter</source>
        <translation>Interpréteur Python</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>State of the backend</source>
        <translation>État du moteur de calcul</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Environment folder</source>
        <translation>Dossier de l’environnement</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Duration of the self-test (seconds)</source>
        <translation>Durée de l’autotest (secondes)</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../bridge/setup/actions.py"/>
        <source>No folder was chosen for the download.</source>
        <translation>Aucun dossier n’a été choisi pour le téléchargement.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Choose one as “Wheel folder”.</source>
        <translation>Choisissez-en un comme « Dossier de wheels ».</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Cancelled; the previous environment was kept.</source>
        <translation>Annulé ; l’environnement précédent est conservé.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Set up or upgrade</source>
        <translation>Installer ou mettre à niveau</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Verify (run the self-test)</source>
        <translation>Vérifier (exécuter l’autotest)</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Repair (reinstall)</source>
        <translation>Réparer (réinstaller)</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Download only</source>
        <translation>Télécharger seulement</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Use a custom Python environment</source>
        <translation>Utiliser un environnement Python personnalisé</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Create a spectral library</source>
        <translation>Créer une bibliothèque spectrale</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Writes spectra of training samples or of other libraries as a spectral library.</source>
        <translation>Écrit des spectres de données d’entraînement ou d’autres bibliothèques dans une bibliothèque spectrale.</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>&lt;p&gt;Writes the spectra of training samples as a spectral library, or resamples existing libraries to the bands of an image. Both can be combined in one library.&lt;/p&gt;&lt;p&gt;Use the library in other programs, or as training samples for another scene: &lt;i&gt;Classify HSI with GeoDiffNet-F&lt;/i&gt; and &lt;i&gt;Train a model&lt;/i&gt; read it under &lt;i&gt;Spectral libraries&lt;/i&gt;. The spectra of another scene differ by illumination, atmosphere and season: assess a map that was made with them.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Écrit les spectres de données d’entraînement dans une bibliothèque spectrale, ou rééchantillonne des bibliothèques existantes aux bandes d’une image. Les deux peuvent être réunis dans une bibliothèque.&lt;/p&gt;&lt;p&gt;Utilisez la bibliothèque dans d’autres programmes, ou comme données d’entraînement pour une autre scène : &lt;i&gt;Classifier une image HSI avec GeoDiffNet-F&lt;/i&gt; et &lt;i&gt;Entraîner un modèle&lt;/i&gt; la lisent sous &lt;i&gt;Bibliothèques spectrales&lt;/i&gt;. Les spectres d’une autre scène diffèrent par l’éclairement, l’atmosphère et la saison : évaluez une carte créée avec eux.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Libraries to resample to the bands of the image, which needs wavelengths: ENVI (.sli), CSV, ECOSTRESS, USGS splib07, ASD or EnMAP-Box files, or folders of them.</source>
        <translation>Bibliothèques à rééchantillonner aux bandes de l’image, qui doit avoir des longueurs d’onde : fichiers ENVI (.sli), CSV, ECOSTRESS, USGS splib07, ASD ou EnMAP-Box, ou dossiers de tels fichiers.</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Polygons, points or lines of known class, in any coordinate reference system. Selections, filters, joins and temporary layers are respected.</source>
        <translation>Polygones, points ou lignes de classe connue, dans n’importe quel système de coordonnées de référence. Les sélections, filtres, jointures et couches temporaires sont respectés.</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Write one spectrum per training sample, the mean of its pixels, instead of one per pixel. Spectra of libraries are not averaged.</source>
        <translation>Écrit un spectre par polygone, point ou ligne, la moyenne de ses pixels, au lieu d’un par pixel. Les spectres de bibliothèques ne sont pas moyennés.</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>The library to write: in ENVI format with its header (.sli), or as a table (.csv) with name, class and origin of each spectrum.</source>
        <translation>La bibliothèque à écrire : au format ENVI avec son en-tête (.sli), ou comme table (.csv) avec le nom, la classe et l’origine de chaque spectre.</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>hyperspectral,imaging spectroscopy,spectral library,spectra,endmembers,training samples,resample,ENVI,CSV</source>
        <translation>hyperspectral,spectro-imagerie,bibliothèque spectrale,spectres,endmembers,données d’entraînement,rééchantillonner,ENVI,CSV</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Write the mean spectrum of each polygon</source>
        <translation>Écrire le spectre moyen de chaque polygone</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Spectral library</source>
        <translation>Bibliothèque spectrale</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Number of spectra</source>
        <translation>Nombre de spectres</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Choose a name that ends in .sli (ENVI) or .csv.</source>
        <translation>Choisissez un nom qui se termine par .sli (ENVI) ou .csv.</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>ENVI spectral libraries (*.sli);;Tables (*.csv)</source>
        <translation>Bibliothèques spectrales ENVI (*.sli);;Tables (*.csv)</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>The format of the library {} is unknown.</source>
        <translation>Le format de la bibliothèque {} est inconnu.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Suggest where to label next</source>
        <translation>Suggérer où étiqueter ensuite</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Finds the locations whose class would improve a model most (active learning).</source>
        <translation>Trouve les emplacements dont la classe améliorerait le plus un modèle (apprentissage actif).</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>&lt;p&gt;Active learning: finds locations in a scene whose class would improve a model most. They have a low confidence or are unlike any training sample, and are not too similar to each other.&lt;/p&gt;&lt;p&gt;The result is a layer to complete: check each location in the image, enter its class in the class field, correct or enlarge the polygon, and delete the locations whose class you cannot identify. Then add the rest to your training samples and classify again.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Apprentissage actif : trouve dans une scène les emplacements dont la classe améliorerait le plus un modèle. Leur confiance est faible ou ils ne ressemblent à aucune donnée d’entraînement, et ils ne se ressemblent pas trop entre eux.&lt;/p&gt;&lt;p&gt;Le résultat est une couche à compléter : examinez chaque emplacement sur l’image, saisissez sa classe dans le champ de classe, corrigez ou agrandissez le polygone, et supprimez les emplacements dont vous ne pouvez pas identifier la classe. Ajoutez ensuite les autres à vos données d’entraînement et classifiez à nouveau.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>A GeoPackage of the locations with their number, an empty class field, the two most probable classes, the confidence in percent and the reason for the suggestion.</source>
        <translation>Un GeoPackage des emplacements avec leur numéro, un champ de classe vide, les deux classes les plus probables, la confiance en pour cent et la raison de la suggestion.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>How many locations to suggest; number 1 has the highest priority.</source>
        <translation>Combien d’emplacements suggérer ; le numéro 1 a la plus haute priorité.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Polygon (pixel outline)</source>
        <translation>Polygone (contour du pixel)</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Point (pixel centre)</source>
        <translation>Point (centre du pixel)</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>A polygon with the outline of the pixel, which can be enlarged, or a point.</source>
        <translation>Un polygone du contour du pixel, qui peut être agrandi, ou un point.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Another location within this distance gets a much lower priority. If empty, it depends on the size of the scene and the number of suggestions.</source>
        <translation>Un autre emplacement à moins de cette distance reçoit une priorité bien plus faible. Si vide, elle dépend de la taille de la scène et du nombre de suggestions.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>hyperspectral,active learning,training samples,sampling,uncertainty,novelty</source>
        <translation>hyperspectral,apprentissage actif,données d’entraînement,échantillonnage,incertitude,nouveauté</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>The same input data with the same seed give the same locations.</source>
        <translation>Les mêmes données d’entrée avec la même graine donnent les mêmes emplacements.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Suggested locations</source>
        <translation>Emplacements suggérés</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Number of suggested locations</source>
        <translation>Nombre d’emplacements suggérés</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Number of suggestions</source>
        <translation>Nombre de suggestions</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Geometry type</source>
        <translation>Type de géométrie</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Minimum distance (pixels)</source>
        <translation>Distance minimale (pixels)</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>Train a model</source>
        <translation>Entraîner un modèle</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>Trains a model with training samples, to be applied to other scenes.</source>
        <translation>Entraîne un modèle avec des données d’entraînement, pour l’appliquer à d’autres scènes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>&lt;p&gt;Trains a model with the training samples that you have drawn on a hyperspectral image, estimates its accuracy, and writes it to a file.&lt;/p&gt;&lt;p&gt;No map is created. &lt;i&gt;Apply a model&lt;/i&gt; uses the file to map this scene, or others of the same sensor; &lt;i&gt;Classify HSI with GeoDiffNet-F&lt;/i&gt; trains and maps in one step.&lt;/p&gt;&lt;p&gt;The accuracies are cross-validated; no polygon is used for both training and testing.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Entraîne un modèle avec les données d’entraînement que vous avez dessinées sur une image hyperspectrale, estime son exactitude, et l’écrit dans un fichier.&lt;/p&gt;&lt;p&gt;Aucune carte n’est créée. &lt;i&gt;Appliquer un modèle&lt;/i&gt; utilise le fichier pour cartographier cette scène, ou d’autres du même capteur ; &lt;i&gt;Classifier une image HSI avec GeoDiffNet-F&lt;/i&gt; entraîne et cartographie en une seule étape.&lt;/p&gt;&lt;p&gt;Les exactitudes sont obtenues par validation croisée ; aucun polygone ne sert à la fois à l’entraînement et au test.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>hyperspectral,imaging spectroscopy,supervised,machine learning,deep learning,diffusion,linear discriminant analysis,random forest,support vector machine,fit,accuracy</source>
        <translation>hyperspectral,spectroscopie imageante,supervisé,apprentissage automatique,apprentissage profond,diffusion,analyse discriminante linéaire,forêt aléatoire,machine à vecteurs de support,ajuster,exactitude</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>The file of the trained model (.safetensors). It contains everything that is needed to map other scenes, on this or another computer, and no program code.</source>
        <translation>Le fichier du modèle entraîné (.safetensors). Il contient tout ce qu’il faut pour cartographier d’autres scènes, sur cet ordinateur ou un autre, et aucun code de programme.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Create a training layer</source>
        <translation>Créer une couche d’entraînement</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Creates an empty polygon layer for the training samples of your classes.</source>
        <translation>Crée une couche de polygones vide pour les données d’entraînement de vos classes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>&lt;p&gt;Creates an empty polygon layer for training samples, in the coordinate reference system of the scene.&lt;/p&gt;&lt;p&gt;Each class has a colour, and the attribute form of a new polygon offers the classes as a list. Names and colours are stored in the GeoPackage and are also used for the class map.&lt;/p&gt;&lt;p&gt;The panel &lt;i&gt;GeoDiffNet labelling&lt;/i&gt; can also create such a layer, and helps to draw the polygons.&lt;/p&gt;&lt;p&gt;Example of a class list: &lt;code&gt;water=#2f7fd1, tree, roof=#d1453b&lt;/code&gt;&lt;/p&gt;</source>
        <translation>&lt;p&gt;Crée une couche de polygones vide pour des données d’entraînement, dans le système de coordonnées de référence de la scène.&lt;/p&gt;&lt;p&gt;Chaque classe a une couleur, et le formulaire d’attributs d’un nouveau polygone propose les classes dans une liste. Les noms et les couleurs sont enregistrés dans le GeoPackage et servent aussi à la carte de classes.&lt;/p&gt;&lt;p&gt;Le panneau &lt;i&gt;Étiquetage GeoDiffNet&lt;/i&gt; peut aussi créer une telle couche, et aide à dessiner les polygones.&lt;/p&gt;&lt;p&gt;Exemple de liste de classes : &lt;code&gt;water=#2f7fd1, tree, roof=#d1453b&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>The scene to draw on; the layer gets its coordinate reference system.</source>
        <translation>La scène sur laquelle dessiner ; la couche reçoit son système de coordonnées de référence.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>The classes, one per line or separated by commas, each as a name or as name=#rrggbb. Classes without a colour are assigned one; more classes can be added later.</source>
        <translation>Les classes, une par ligne ou séparées par des virgules, chacune sous la forme d’un nom ou de nom=#rrggbb. Les classes sans couleur en reçoivent une ; d’autres classes peuvent être ajoutées plus tard.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>The GeoPackage to create, with a text field “class”. A file that contains features is never overwritten.</source>
        <translation>Le GeoPackage à créer, avec un champ de texte « class ». Un fichier qui contient des entités n’est jamais écrasé.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>hyperspectral,training samples,polygons,digitize,draw,classes,labels,GeoPackage</source>
        <translation>hyperspectral,données d’entraînement,polygones,numériser,dessiner,classes,étiquettes,GeoPackage</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <location filename="../../gui/dock.py"/>
        <source>Classes</source>
        <translation>Classes</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Training layer</source>
        <translation>Couche d’entraînement</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Classes: {}.</source>
        <translation>Classes : {}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>none yet</source>
        <translation>aucune pour l’instant</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Tune diffusion features</source>
        <translation>Régler les caractéristiques de diffusion</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Finds the decoder block, timestep and composite that suit a scene.</source>
        <translation>Trouve le bloc du décodeur, le pas de temps et la composition colorée qui conviennent à une scène.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>&lt;p&gt;A grid search over decoder blocks and timesteps of the diffusion network and over composites of the scene. The report contains the accuracy of each combination, and clusters of its features.&lt;/p&gt;&lt;p&gt;All combinations use the same cross-validation folds; no polygon is used for both training and testing. The default features, which combine several blocks and composites, are tested as well; often they are better than any single one.&lt;/p&gt;&lt;p&gt;Enter the best combination under the advanced parameters of &lt;i&gt;Train a model&lt;/i&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Une recherche par grille sur les blocs du décodeur et les pas de temps du réseau de diffusion, et sur les compositions colorées de la scène. Le rapport contient l’exactitude de chaque combinaison, et des groupes de ses caractéristiques.&lt;/p&gt;&lt;p&gt;Toutes les combinaisons utilisent les mêmes plis de validation croisée ; aucun polygone ne sert à la fois à l’entraînement et au test. Les caractéristiques par défaut, qui combinent plusieurs blocs et compositions, sont testées aussi ; elles sont souvent meilleures que toute combinaison seule.&lt;/p&gt;&lt;p&gt;Saisissez la meilleure combinaison dans les paramètres avancés de &lt;i&gt;Entraîner un modèle&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>The method that evaluates the features. GeoDiffNet-F (geodiffnet-f) also uses the spectrum, so that only what the features add to it counts; GeoDiffNet (geodiffnet) uses the features only.</source>
        <translation>La méthode qui évalue les caractéristiques. GeoDiffNet-F (geodiffnet-f) utilise aussi le spectre, de sorte que seul compte ce que les caractéristiques y ajoutent ; GeoDiffNet (geodiffnet) n’utilise que les caractéristiques.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Decoder blocks to test</source>
        <translation>Blocs du décodeur à tester</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Numbers such as 2, 5, 8, 11. Low numbers give coarse features of a wide context, high numbers fine features of a narrow one; the number after the last block is the denoised image. If empty, some blocks across the network are tested.</source>
        <translation>Des numéros tels que 2, 5, 8, 11. Les petits numéros donnent des caractéristiques grossières d’un large contexte, les grands des caractéristiques fines d’un contexte étroit ; le numéro après le dernier bloc est l’image débruitée. Si vide, quelques blocs répartis sur le réseau sont testés.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Diffusion timesteps to test (noise level)</source>
        <translation>Pas de temps de diffusion à tester (niveau de bruit)</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Timesteps of the diffusion process, from 0 (no noise) to 999 (pure noise). If empty, 50, 150 and 300 are tested.</source>
        <translation>Pas de temps du processus de diffusion, de 0 (sans bruit) à 999 (bruit pur). Si vide, 50, 150 et 300 sont testés.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Composites to test</source>
        <translation>Compositions colorées à tester</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Three-band composites of the scene: rgb, cir, swir, pca1 (principal components 1 to 3), pca2 (4 to 6). Those joined by +, such as rgb+pca1, are used together. If empty, pca1+pca2 and rgb are tested.</source>
        <translation>Compositions colorées à trois bandes de la scène : rgb, cir, swir, pca1 (composantes principales 1 à 3), pca2 (4 à 6). Celles reliées par +, par exemple rgb+pca1, sont utilisées ensemble. Si vide, pca1+pca2 et rgb sont testées.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>hyperspectral,hyperparameters,grid search,tuning,decoder block,timestep,composite,diffusion,cross-validation,clusters</source>
        <translation>hyperspectral,hyperparamètres,recherche par grille,réglage,bloc du décodeur,pas de temps,composition colorée,diffusion,validation croisée,groupes</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>A web page with a heat map of all combinations, and clusters of their features beside the composites. The numbers are also written to a JSON file of the same name.</source>
        <translation>Une page web avec une carte de chaleur de toutes les combinaisons, et des groupes de leurs caractéristiques à côté des compositions. Les valeurs sont aussi écrites dans un fichier JSON du même nom.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Best decoder block</source>
        <translation>Meilleur bloc du décodeur</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Best timestep</source>
        <translation>Meilleur pas de temps</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Best composite</source>
        <translation>Meilleure composition colorée</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Summarise a class map per polygon</source>
        <translation>Résumer une carte de classes par polygone</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Computes the class shares of a map in the polygons of a layer.</source>
        <translation>Calcule les proportions des classes d’une carte dans les polygones d’une couche.</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>&lt;p&gt;Computes for each polygon of a layer, such as parcels or stands, the number of pixels, the most frequent class, the share of each class in percent and, where the confidence of the map is given, its mean.&lt;/p&gt;&lt;p&gt;A pixel belongs to the polygons that contain its centre; polygons may overlap, and one without any pixel centre gets the pixel that it lies in. Shares of pixels are not areas corrected for errors of the map: &lt;i&gt;Assess a class map&lt;/i&gt; estimates those.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Calcule pour chaque polygone d’une couche, comme des parcelles ou des peuplements, le nombre de pixels, la classe la plus fréquente, la proportion de chaque classe en pourcentage et, si la confiance de la carte est indiquée, sa moyenne.&lt;/p&gt;&lt;p&gt;Un pixel appartient aux polygones qui contiennent son centre ; les polygones peuvent se chevaucher, et un polygone sans centre de pixel reçoit le pixel dans lequel il se trouve. Les proportions de pixels ne sont pas des surfaces corrigées des erreurs de la carte : &lt;i&gt;Évaluer une carte de classes&lt;/i&gt; les estime.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>The polygons, in any coordinate reference system. Selections, filters and temporary layers are respected.</source>
        <translation>Les polygones, dans n’importe quel système de coordonnées de référence. Les sélections, filtres et couches temporaires sont respectés.</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>A GeoPackage of the polygons with their own fields and the computed ones.</source>
        <translation>Un GeoPackage des polygones avec leurs propres champs et les champs calculés.</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>A table (.csv) of the computed fields, with the number of each polygon.</source>
        <translation>Une table (.csv) des champs calculés, avec le numéro de chaque polygone.</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>zonal statistics,zonal histogram,class shares,proportions,parcels,stands,land cover,majority,confidence</source>
        <translation>statistiques zonales,histogramme zonal,proportions des classes,proportions,parcelles,peuplements,occupation du sol,majorité,confiance</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>The map to summarise: a raster file whose first band holds class codes.</source>
        <translation>La carte à résumer : un fichier raster dont la première bande contient des codes de classe.</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Zones</source>
        <translation>Zones</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>The confidence of the map, for its mean in each polygon.</source>
        <translation>La confiance de la carte, pour sa moyenne dans chaque polygone.</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Zones with class shares</source>
        <translation>Zones avec proportions des classes</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Number of zones</source>
        <translation>Nombre de zones</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Zones with classified pixels</source>
        <translation>Zones avec des pixels classés</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Neither a layer nor a table to write was chosen.</source>
        <translation>Ni couche ni table de sortie n’a été choisie.</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Choose a file for the layer, for the table, or for both.</source>
        <translation>Choisissez un fichier pour la couche, pour la table ou pour les deux.</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Tables (*.csv)</source>
        <translation>Tables (*.csv)</translation>
    </message>
    <message>
        <location filename="../../bridge/annotations.py"/>
        <source>Draw polygons, lines or markers, with the class as a text in them or as the name of their layer.</source>
        <translation>Dessinez des polygones, des lignes ou des marqueurs, avec la classe comme texte à l’intérieur ou comme nom de leur couche.</translation>
    </message>
    <message>
        <location filename="../../bridge/annotations.py"/>
        <source>Use the same coordinate reference system for all annotation layers.</source>
        <translation>Utilisez le même système de coordonnées de référence pour toutes les couches d’annotations.</translation>
    </message>
    <message>
        <location filename="../../bridge/annotations.py"/>
        <source>The annotation layer {} contains no labels.</source>
        <translation>La couche d’annotations {} ne contient pas d’étiquettes.</translation>
    </message>
    <message>
        <location filename="../../bridge/annotations.py"/>
        <source>The annotation layer {} cannot be reprojected.</source>
        <translation>La couche d’annotations {} ne peut pas être reprojetée.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>Choose its class field, add a text field “class”, or create a training layer.</source>
        <translation>Choisissez son champ de classe, ajoutez un champ texte « class » ou créez une couche d’entraînement.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>Choose a text or integer field that can be edited.</source>
        <translation>Choisissez un champ texte ou entier modifiable.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>Filter the layer, or use the algorithms in the Processing Toolbox.</source>
        <translation>Filtrez la couche ou utilisez les algorithmes de la boîte à outils de traitements.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>Choose the field that holds the class.</source>
        <translation>Choisissez le champ qui contient la classe.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>Undo the change of its fields, or choose another class field.</source>
        <translation>Annulez la modification de ses champs ou choisissez un autre champ de classe.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>The layer {} has no field “class”.</source>
        <translation>La couche {} n’a pas de champ « class ».</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>The field “{}” of the layer {} cannot hold classes.</source>
        <translation>Le champ « {} » de la couche {} ne peut pas contenir de classes.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>The layer {} has more than {} features.</source>
        <translation>La couche {} a plus de {} entités.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>The field “{}” has more than {} different values.</source>
        <translation>Le champ « {} » a plus de {} valeurs différentes.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>The layer {} no longer has the field “{}”.</source>
        <translation>La couche {} n’a plus le champ « {} ».</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>The name {} is too long for the field “{}”.</source>
        <translation>Le nom {} est trop long pour le champ « {} ».</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>Enter at most {} characters.</source>
        <translation>Saisissez au plus {} caractères.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>Enter a name before the colour, for example water=#2f7fd1.</source>
        <translation>Saisissez un nom avant la couleur, par exemple water=#2f7fd1.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>Enter it as #rrggbb, for example water=#2f7fd1, or omit it.</source>
        <translation>Saisissez-la sous la forme #rrggbb, par exemple water=#2f7fd1, ou omettez-la.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>Enter each class once.</source>
        <translation>Saisissez chaque classe une seule fois.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>A class has no name: {}</source>
        <translation>Une classe n’a pas de nom : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>The colour of the class {} is invalid: {}</source>
        <translation>La couleur de la classe {} est invalide : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>The class {} occurs twice in the list.</source>
        <translation>La classe {} figure deux fois dans la liste.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_style.py"/>
        <source>GeoDiffNet classes</source>
        <translation>Classes GeoDiffNet</translation>
    </message>
    <message>
        <location filename="../../bridge/class_style.py"/>
        <source>GeoDiffNet classes ({})</source>
        <translation>Classes GeoDiffNet ({})</translation>
    </message>
    <message>
        <location filename="../../bridge/labels.py"/>
        <location filename="../../gui/composites.py"/>
        <source>Check that there is free disk space for temporary files.</source>
        <translation>Vérifiez qu’il y a de l’espace disque libre pour les fichiers temporaires.</translation>
    </message>
    <message>
        <location filename="../../bridge/labels.py"/>
        <source>The labels could not be written to {}: {}</source>
        <translation>Les étiquettes n’ont pas pu être écrites dans {} : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/layer_geometry.py"/>
        <source>This location lies outside the coordinate reference system of the training layer.</source>
        <translation>Cet emplacement est hors du système de coordonnées de référence de la couche d’entraînement.</translation>
    </message>
    <message>
        <location filename="../../bridge/layer_geometry.py"/>
        <source>Use a training layer in the coordinate reference system of the scene.</source>
        <translation>Utilisez une couche d’entraînement dans le système de coordonnées de référence de la scène.</translation>
    </message>
    <message>
        <location filename="../../bridge/layer_geometry.py"/>
        <source>A geometry cannot be cut because it is invalid.</source>
        <translation>Une géométrie ne peut pas être découpée car elle n’est pas valide.</translation>
    </message>
    <message>
        <location filename="../../bridge/layer_geometry.py"/>
        <source>Repair the layer with “Fix geometries”, or delete this feature.</source>
        <translation>Réparez la couche avec « Réparer les géométries » ou supprimez cette entité.</translation>
    </message>
    <message>
        <location filename="../../bridge/layer_geometry.py"/>
        <source>Choose a training layer of polygons.</source>
        <translation>Choisissez une couche d’entraînement de polygones.</translation>
    </message>
    <message>
        <location filename="../../bridge/layer_geometry.py"/>
        <source>The layer {} holds another type of geometry.</source>
        <translation>La couche {} contient un autre type de géométrie.</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>GeoDiffNet-F (recommended)</source>
        <translation>GeoDiffNet-F (recommandé)</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>GeoDiffNet (diffusion features only)</source>
        <translation>GeoDiffNet (caractéristiques de diffusion seules)</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>GeoSpecNet (spectral network)</source>
        <translation>GeoSpecNet (réseau spectral)</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>Linear discriminant analysis (fast)</source>
        <translation>Analyse discriminante linéaire (rapide)</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>Random forest</source>
        <translation>Forêt aléatoire</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>Support vector machine</source>
        <translation>Machine à vecteurs de support</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>Blend of all methods (slow)</source>
        <translation>Combinaison de toutes les méthodes (lente)</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>Log of the backend: {}</source>
        <translation>Journal du moteur de calcul : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>The backend has reported no progress for {} minutes. If it uses no CPU or GPU time, cancel the run and start it again.</source>
        <translation>Le moteur de calcul n’a signalé aucune progression depuis {} minutes. S’il n’utilise ni le CPU ni le GPU, annulez l’exécution et relancez-la.</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <location filename="../../bridge/session_process.py"/>
        <source>The Python interpreter of the backend could not be started: {}</source>
        <translation>L’interpréteur Python du moteur de calcul n’a pas pu être démarré : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <location filename="../../bridge/session_process.py"/>
        <source>Check that {} is a Python interpreter that you may execute.</source>
        <translation>Vérifiez que {} est un interpréteur Python que vous pouvez exécuter.</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <location filename="../../bridge/session_process.py"/>
        <source>Unexpected output of the backend: {}</source>
        <translation>Sortie inattendue du moteur de calcul : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/progress_text.py"/>
        <source>about {} h left</source>
        <translation>encore {} h environ</translation>
    </message>
    <message>
        <location filename="../../bridge/progress_text.py"/>
        <source>about {} s left</source>
        <translation>encore {} s environ</translation>
    </message>
    <message>
        <location filename="../../bridge/progress_text.py"/>
        <source>about {} min left</source>
        <translation>encore {} min environ</translation>
    </message>
    <message>
        <location filename="../../bridge/rasters.py"/>
        <source>Export the layer to a GeoTIFF and choose that file.</source>
        <translation>Exportez la couche vers un GeoTIFF et choisissez ce fichier.</translation>
    </message>
    <message>
        <location filename="../../bridge/rasters.py"/>
        <source>Save the layer to a file and choose that file.</source>
        <translation>Enregistrez la couche dans un fichier et choisissez celui-ci.</translation>
    </message>
    <message>
        <location filename="../../bridge/rasters.py"/>
        <source>The image {} is not a raster file.</source>
        <translation>L’image {} n’est pas un fichier raster.</translation>
    </message>
    <message>
        <location filename="../../bridge/rasters.py"/>
        <source>The image {} exists only in the memory of QGIS.</source>
        <translation>L’image {} n’existe que dans la mémoire de QGIS.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The backend of GeoDiffNet is not set up yet.</source>
        <translation>Le moteur de calcul de GeoDiffNet n’est pas encore installé.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Run “Set up the backend” in the Processing Toolbox (GeoDiffNet), or open Settings ▸ Options ▸ GeoDiffNet. This is needed once and takes some minutes.</source>
        <translation>Exécutez « Installer le moteur de calcul » dans la boîte à outils de traitements (GeoDiffNet), ou ouvrez Préférences ▸ Options ▸ GeoDiffNet. C’est nécessaire une seule fois et prend quelques minutes.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python interpreter of the backend does not run.</source>
        <translation>L’interpréteur Python du moteur de calcul ne s’exécute pas.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Choose another one, or none, with the algorithm “Set up the backend”.</source>
        <translation>Choisissez-en un autre, ou aucun, avec l’algorithme « Installer le moteur de calcul ».</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Repair the environment of {}, or set {} to another one.</source>
        <translation>Réparez l’environnement de {}, ou attribuez à {} un autre interpréteur.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Run “Set up the backend” in the Processing Toolbox with the action “Repair”. The current interpreter is {}.</source>
        <translation>Exécutez « Installer le moteur de calcul » dans la boîte à outils de traitements avec l’action « Réparer ». L’interpréteur actuel est {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python environment of the backend lacks these packages: {}.</source>
        <translation>Il manque ces paquets à l’environnement Python du moteur de calcul : {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python interpreter in {} does not exist: {}</source>
        <translation>L’interpréteur Python indiqué par {} n’existe pas : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Correct or remove the environment variable {} and restart QGIS.</source>
        <translation>Corrigez ou supprimez la variable d’environnement {} et redémarrez QGIS.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The custom Python environment does not exist: {}</source>
        <translation>L’environnement Python personnalisé n’existe pas : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/session.py"/>
        <source>There are too many samples, or too detailed ones, to be sent to the backend.</source>
        <translation>Les échantillons sont trop nombreux ou trop détaillés pour être envoyés au moteur de calcul.</translation>
    </message>
    <message>
        <location filename="../../bridge/session.py"/>
        <source>Switch the live map off and map the whole scene, or use fewer samples.</source>
        <translation>Désactivez la carte en direct et cartographiez toute la scène, ou utilisez moins d’échantillons.</translation>
    </message>
    <message>
        <location filename="../../bridge/session.py"/>
        <source>Check that the folder of your QGIS profile is writable and the disk is not full.</source>
        <translation>Vérifiez que le dossier de votre profil QGIS est accessible en écriture et que le disque n’est pas plein.</translation>
    </message>
    <message>
        <location filename="../../bridge/session.py"/>
        <source>The log of the backend cannot be written: {}</source>
        <translation>Le journal du backend ne peut pas être écrit : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/session_process.py"/>
        <source>Restart QGIS, so that it loads the installed version of the plugin.</source>
        <translation>Redémarrez QGIS afin qu’il charge la version installée de l’extension.</translation>
    </message>
    <message>
        <location filename="../../bridge/session_process.py"/>
        <source>The backend did not start within {} s.</source>
        <translation>Le backend n’a pas démarré en {} s.</translation>
    </message>
    <message>
        <location filename="../../bridge/session_process.py"/>
        <source>Close other programs and try again. Log: {}</source>
        <translation>Fermez d’autres programmes et réessayez. Journal : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/session_process.py"/>
        <source>The backend has version {}, but the plugin in QGIS has version {}.</source>
        <translation>Le backend est en version {}, mais l’extension dans QGIS est en version {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>The environment in the QGIS profile is used from now on.</source>
        <translation>L’environnement du profil QGIS est désormais utilisé.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Choose the interpreter: python3, or python.exe on Windows.</source>
        <translation>Choisissez l’interpréteur : python3, ou python.exe sous Windows.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Removing</source>
        <translation>Suppression</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Close the other QGIS windows and try again.</source>
        <translation>Fermez les autres fenêtres de QGIS et essayez à nouveau.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Searching for Python and a GPU</source>
        <translation>Recherche de Python et d’un GPU</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>The backend is set up and up to date.</source>
        <translation>Le moteur de calcul est installé et à jour.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>The folder is complete: {}</source>
        <translation>Le dossier est complet : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Removed: {}</source>
        <translation>Supprimé : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Checking the wheel folder</source>
        <translation>Vérification du dossier de wheels</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} is not an executable Python interpreter.</source>
        <translation>{} n’est pas un interpréteur Python exécutable.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Some files are in use and could not be removed: {}</source>
        <translation>Certains fichiers sont utilisés et n’ont pas pu être supprimés : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>PyTorch {}, build “{}”: {}</source>
        <translation>PyTorch {}, version « {} » : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Log of the installation: {}</source>
        <translation>Journal de l’installation : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>The environment variable {} is set and takes precedence.</source>
        <translation>La variable d’environnement {} est définie et a priorité.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Network: {}</source>
        <translation>Réseau : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Download size: {}, {} files</source>
        <translation>À télécharger : {}, {} fichiers</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>Free some disk space and try again; nothing was written.</source>
        <translation>Libérez de l’espace disque et essayez à nouveau ; rien n’a été écrit.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Enable long paths in Windows (LongPathsEnabled), or start QGIS with a profile in a folder with a shorter path (--profiles-path).</source>
        <translation>Activez les chemins longs dans Windows (LongPathsEnabled), ou démarrez QGIS avec un profil dans un dossier au chemin plus court (--profiles-path).</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>There is not enough disk space: {} are needed, {} are free in {}.</source>
        <translation>L’espace disque est insuffisant : {} sont nécessaires, {} sont libres dans {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>The path of the folder is {} characters too long for Windows: {}</source>
        <translation>Le chemin du dossier est trop long de {} caractères pour Windows : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Downloading</source>
        <translation>Téléchargement</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>Downloading: {} of {}</source>
        <translation>Téléchargement : {} sur {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>The wheel folder lacks {} of {} files: {}</source>
        <translation>Il manque au dossier de wheels {} fichiers sur {} : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>Fill it on a computer with a network connection with the action “Download only”, for the same system, Python version ({}) and PyTorch build ({}).</source>
        <translation>Remplissez-le sur un ordinateur connecté au réseau avec l’action « Télécharger seulement », pour le même système, la même version de Python ({}) et la même version de PyTorch ({}).</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>Already downloaded: {} files</source>
        <translation>Déjà téléchargés : {} fichiers</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>{} Retrying.</source>
        <translation>{} Nouvel essai.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>{} (damaged, or not the tested version)</source>
        <translation>{} (endommagé, ou différent de la version testée)</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The disk is full.</source>
        <translation>Le disque est plein.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Free some disk space and try again; completed downloads are kept.</source>
        <translation>Libérez de l’espace disque et essayez à nouveau ; les téléchargements terminés sont conservés.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A downloaded file does not match its checksum.</source>
        <translation>La somme de contrôle d’un fichier téléchargé est incorrecte.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The download was probably incomplete, or changed by a proxy. Try again. If the problem persists, please report the file named in the log; it was not installed.</source>
        <translation>Le téléchargement était probablement incomplet, ou modifié par un proxy. Essayez à nouveau. Si le problème persiste, veuillez signaler le fichier nommé dans le journal ; il n’a pas été installé.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The proxy cannot be reached or refuses the connection.</source>
        <translation>Le proxy est inaccessible ou refuse la connexion.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Check its address, user name and password under Settings ▸ Options ▸ Network, or install from a wheel folder.</source>
        <translation>Vérifiez son adresse, le nom d’utilisateur et le mot de passe sous Préférences ▸ Options ▸ Réseau, ou installez à partir d’un dossier de wheels.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The certificate of the package index is not trusted.</source>
        <translation>Le certificat de l’index de paquets n’est pas reconnu.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Your network probably inspects encrypted connections with its own certificate. Add it under Settings ▸ Options ▸ Authentication ▸ Manage Certificates, and try again. Also check the date of the computer.</source>
        <translation>Votre réseau inspecte probablement les connexions chiffrées avec son propre certificat. Ajoutez-le sous Préférences ▸ Options ▸ Authentification ▸ Gérer les certificats, et essayez à nouveau. Vérifiez aussi la date de l’ordinateur.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A path is too long.</source>
        <translation>Un chemin est trop long.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Windows denied access to a file.</source>
        <translation>Windows a refusé l’accès à un fichier.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Probably an antivirus program is the cause: exclude the folder named in the log from its scans, close other QGIS windows, and try again.</source>
        <translation>Un antivirus en est probablement la cause : excluez de son analyse le dossier nommé dans le journal, fermez les autres fenêtres de QGIS, et essayez à nouveau.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A file in the QGIS profile could not be written.</source>
        <translation>Un fichier du profil QGIS n’a pas pu être écrit.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Check that you own the folder and may write to it.</source>
        <translation>Vérifiez que le dossier vous appartient et que vous pouvez y écrire.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>This Python lacks the module venv.</source>
        <translation>Il manque le module venv à ce Python.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Install it; on Debian and Ubuntu: sudo apt install python3-venv</source>
        <translation>Installez-le ; sous Debian et Ubuntu : sudo apt install python3-venv</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A required package is not available.</source>
        <translation>Un paquet nécessaire n’est pas disponible.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The package index that pip is configured to use does not have it, or could not be reached; see the log.</source>
        <translation>L’index de paquets configuré pour pip ne le contient pas, ou n’a pas pu être atteint ; voir le journal.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The package index cannot be reached, or the connection was interrupted.</source>
        <translation>L’index de paquets est inaccessible, ou la connexion a été interrompue.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Check the network connection and try again; completed downloads are kept.</source>
        <translation>Vérifiez la connexion réseau et essayez à nouveau ; les téléchargements terminés sont conservés.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Log: {}</source>
        <translation>Journal : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Try again. If the problem persists, please report it and attach the log.</source>
        <translation>Essayez à nouveau. Si le problème persiste, veuillez le signaler en joignant le journal.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>{} failed: {}</source>
        <translation>{} a échoué : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>no output</source>
        <translation>aucune sortie</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/installing.py"/>
        <source>Creating the environment</source>
        <translation>Création de l’environnement</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/installing.py"/>
        <source>Updating pip</source>
        <translation>Mise à jour de pip</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/installing.py"/>
        <source>Installing</source>
        <translation>Installation</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/installing.py"/>
        <source>Installing: {} of {} packages</source>
        <translation>Installation : {} paquets sur {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install Python with the package manager of your system (on Debian and Ubuntu: sudo apt install python3 python3-venv), or choose a base Python.</source>
        <translation>Installez Python avec le gestionnaire de paquets de votre système (sous Debian et Ubuntu : sudo apt install python3 python3-venv), ou choisissez un Python de base.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>No suitable Python was found.</source>
        <translation>Aucun Python approprié n’a été trouvé.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install Python 3.12 (64 bit) from python.org for the current user, which needs no administrator rights, or choose a base Python.</source>
        <translation>Installez Python 3.12 (64 bits) depuis python.org pour l’utilisateur actuel, ce qui ne demande aucun droit d’administrateur, ou choisissez un Python de base.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install Python 3.12 from python.org, or choose a base Python.</source>
        <translation>Installez Python 3.12 depuis python.org, ou choisissez un Python de base.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Supported are Linux with glibc (x86-64, ARM), macOS on Apple silicon, and 64-bit Windows, the platforms of PyTorch.</source>
        <translation>Sont pris en charge Linux avec glibc (x86-64, ARM), macOS sur processeurs Apple, et Windows 64 bits, les plateformes de PyTorch.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Choose a CPython interpreter.</source>
        <translation>Choisissez un interpréteur CPython.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>This platform is not supported ({}, {} bit).</source>
        <translation>Cette plateforme n’est pas prise en charge ({}, {} bits).</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} is not a standard CPython interpreter.</source>
        <translation>{} n’est pas un interpréteur CPython standard.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} is not supported; supported are Python {} to {}.</source>
        <translation>{} n’est pas pris en charge ; le sont Python {} à {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} lacks the module venv.</source>
        <translation>Il manque à {} le module venv.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install it, then try again. On Debian and Ubuntu: sudo apt install {}</source>
        <translation>Installez-le, puis essayez à nouveau. Sous Debian et Ubuntu : sudo apt install {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Wait until it has finished.</source>
        <translation>Attendez qu’elle ait terminé.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Check that the disk is not full and that you may write to your QGIS profile.</source>
        <translation>Vérifiez que le disque n’est pas plein et que vous pouvez écrire dans votre profil QGIS.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source> (process {} on {})</source>
        <translation> (processus {} sur {})</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Another QGIS window is setting up the backend{}.</source>
        <translation>Une autre fenêtre de QGIS installe le moteur de calcul{}.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>The environment folder cannot be created: {}</source>
        <translation>Le dossier de l’environnement ne peut pas être créé : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Check that you may write to your QGIS profile: {}</source>
        <translation>Vérifiez que vous pouvez écrire dans votre profil QGIS : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>The folder {} is not writable.</source>
        <translation>Le dossier {} n’est pas accessible en écriture.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>Set an HTTP proxy under Settings ▸ Options ▸ Network, or install from a wheel folder.</source>
        <translation>Définissez un proxy HTTP sous Préférences ▸ Options ▸ Réseau, ou installez à partir d’un dossier de wheels.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>proxy of the environment variables</source>
        <translation>proxy des variables d’environnement</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>proxy {} of the QGIS settings</source>
        <translation>proxy {} des préférences de QGIS</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>{} custom certificates of the QGIS settings</source>
        <translation>{} certificats personnalisés des préférences de QGIS</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>pip does not support the SOCKS proxy {} of the QGIS settings.</source>
        <translation>pip ne prend pas en charge le proxy SOCKS {} des préférences de QGIS.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>The backend was set up with another version of the plugin. If problems occur, upgrade it with “Set up the backend”.</source>
        <translation>Le moteur de calcul a été installé avec une autre version de l’extension. En cas de problème, mettez-le à niveau avec « Installer le moteur de calcul ».</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>In use: the Python of the environment variable GEODIFFNET_PYTHON.</source>
        <translation>Utilisé : le Python de la variable d’environnement GEODIFFNET_PYTHON.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>Set up with another version of the plugin; an upgrade is available.</source>
        <translation>Installé avec une autre version de l’extension ; une mise à niveau est disponible.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>The backend is set up.</source>
        <translation>Le moteur de calcul est installé.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>In use: the development environment beside the source code.</source>
        <translation>Utilisé : l’environnement de développement à côté du code source.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>In use: a custom Python environment, {}</source>
        <translation>Utilisé : un environnement Python personnalisé, {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>no CPU build for this Python</source>
        <translation>pas de version CPU pour ce Python</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>no NVIDIA driver found, so the CPU will be used</source>
        <translation>aucun pilote NVIDIA trouvé, le CPU sera donc utilisé</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>Choose the automatic build.</source>
        <translation>Choisissez la version automatique.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>one build for CPU and Apple GPU</source>
        <translation>une seule version pour CPU et GPU Apple</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>no CUDA build for this Python</source>
        <translation>pas de version CUDA pour ce Python</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>no NVIDIA driver found</source>
        <translation>aucun pilote NVIDIA trouvé</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>as requested</source>
        <translation>comme demandé</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>driver {} of {} is too old for CUDA {}, which requires {}</source>
        <translation>le pilote {} de {} est trop ancien pour CUDA {}, qui exige {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>{} (compute capability {}) is not supported by the CUDA {} build</source>
        <translation>{} (compute capability {}) n’est pas pris en charge par la version CUDA {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>There is no PyTorch build “{}” for this platform and Python version.</source>
        <translation>Il n’y a pas de version « {} » de PyTorch pour cette plateforme et cette version de Python.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>{} with driver {}</source>
        <translation>{} avec le pilote {}</translation>
    </message>
    <message>
        <location filename="../../bridge/tasks.py"/>
        <source>Please report this problem with the text in View ▸ Panels ▸ Log Messages.</source>
        <translation>Veuillez signaler ce problème avec le texte de Vue ▸ Panneaux ▸ Journal des messages.</translation>
    </message>
    <message>
        <location filename="../../bridge/tasks.py"/>
        <location filename="../../gui/setup_run.py"/>
        <source>An unexpected error occurred: {}.</source>
        <translation>Une erreur inattendue est survenue : {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>Choose another file name, or open that file as the training layer.</source>
        <translation>Choisissez un autre nom de fichier, ou ouvrez ce fichier comme couche d’entraînement.</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>The file {} already contains features.</source>
        <translation>Le fichier {} contient déjà des entités.</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>The training layer could not be written to {}: {}</source>
        <translation>La couche d’entraînement n’a pas pu être écrite dans {} : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/worker_exit.py"/>
        <source>signal {}</source>
        <translation>signal {}</translation>
    </message>
    <message>
        <location filename="../../bridge/worker_exit.py"/>
        <source>exit status {}</source>
        <translation>code de sortie {}</translation>
    </message>
    <message>
        <location filename="../../bridge/worker_exit.py"/>
        <source>The operating system stopped the backend, probably because memory ran out.</source>
        <translation>Le système d’exploitation a arrêté le moteur de calcul, probablement faute de mémoire.</translation>
    </message>
    <message>
        <location filename="../../bridge/worker_exit.py"/>
        <source>The backend stopped unexpectedly ({}{}).</source>
        <translation>Le moteur de calcul s’est arrêté de façon inattendue ({}{}).</translation>
    </message>
    <message>
        <location filename="../../bridge/worker_exit.py"/>
        <source>Please report this problem and attach the log: {}</source>
        <translation>Veuillez signaler ce problème en joignant le journal : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/worker_exit.py"/>
        <source>Close other programs, decrease the memory limit in the advanced parameters, or process a smaller part of the scene. Log: {}</source>
        <translation>Fermez d’autres programmes, diminuez la limite de mémoire dans les paramètres avancés, ou traitez une plus petite partie de la scène. Journal : {}</translation>
    </message>
    <message>
        <location filename="../../gui/class_field_box.py"/>
        <source>The field that holds the class, as a name or an integer code.</source>
        <translation>Le champ qui contient la classe, sous forme de nom ou de code entier.</translation>
    </message>
    <message>
        <location filename="../../gui/class_field_box.py"/>
        <source>Choose the class field</source>
        <translation>Choisir le champ de classe</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Double-click to choose another colour.</source>
        <translation>Double-cliquez pour choisir une autre couleur.</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Click to draw; double-click to rename.</source>
        <translation>Cliquez pour dessiner ; double-cliquez pour renommer.</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Press {} to draw polygons of this class.</source>
        <translation>Appuyez sur {} pour dessiner des polygones de cette classe.</translation>
    </message>
    <message>
        <location filename="../../gui/class_review.py"/>
        <source>Share of the validated pixels of both classes that are mapped as the other one. Click to zoom to the polygons with errors, one after the other.</source>
        <translation>Part des pixels validés des deux classes qui sont attribués à l’autre. Cliquez pour zoomer sur les polygones avec des erreurs, l’un après l’autre.</translation>
    </message>
    <message>
        <location filename="../../gui/class_review.py"/>
        <source>Comparing classes</source>
        <translation>Comparaison des classes</translation>
    </message>
    <message>
        <location filename="../../gui/class_review.py"/>
        <source>Confused classes ({})</source>
        <translation>Classes confondues ({})</translation>
    </message>
    <message>
        <location filename="../../gui/class_review.py"/>
        <source>Similar classes ({})</source>
        <translation>Classes similaires ({})</translation>
    </message>
    <message>
        <location filename="../../gui/class_review.py"/>
        <source>Jeffries–Matusita distance of the spectra in the training polygons, from 0 (equal) to {} (separable), until a map has been validated. Click to zoom to the most similar polygons, one after the other.</source>
        <translation>Distance de Jeffries-Matusita des spectres dans les polygones d’entraînement, de 0 (identiques) à {} (séparables), jusqu’à la validation d’une carte. Cliquez pour zoomer sur les polygones les plus semblables, l’un après l’autre.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <location filename="../../gui/history_section.py"/>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Add class</source>
        <translation>Ajouter une classe</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Remove class</source>
        <translation>Supprimer la classe</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Merge selected classes</source>
        <translation>Fusionner les classes sélectionnées</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Save polygons</source>
        <translation>Enregistrer les polygones</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Remove the class {} and its {} polygons? This can be undone.</source>
        <translation>Supprimer la classe {} et ses {} polygones ? Cette action peut être annulée.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Merge into</source>
        <translation>Fusionner dans</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Choose another colour…</source>
        <translation>Choisir une autre couleur…</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Choose a training layer above, or create a new one.</source>
        <translation>Choisissez une couche d’entraînement ci-dessus, ou créez-en une.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>class {}</source>
        <translation>classe {}</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Select two or more classes with Ctrl+click to merge them.</source>
        <translation>Sélectionnez au moins deux classes avec Ctrl+clic pour les fusionner.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Add a class with +, then draw polygons.</source>
        <translation>Ajoutez une classe avec +, puis dessinez des polygones.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Overlaps of different classes: {}. Their pixels are not used.</source>
        <translation>Superpositions de classes différentes : {}. Leurs pixels ne sont pas utilisés.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Colour of {}</source>
        <translation>Couleur de {}</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>No polygons yet.</source>
        <translation>Pas encore de polygones.</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Pol.</source>
        <translation>Pol.</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Pixels</source>
        <translation>Pixels</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Recall</source>
        <translation>Rappel</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Prec.</source>
        <translation>Préc.</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Number of training polygons</source>
        <translation>Nombre de polygones d’entraînement</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Number of pixels in training polygons</source>
        <translation>Nombre de pixels dans les polygones d’entraînement</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Recall (producer&apos;s accuracy) in percent: the share of the pixels of this class that are mapped as this class, in the cross-validation. An arrow shows a change since the last update.</source>
        <translation>Rappel (précision du producteur) en pourcentage : part des pixels de cette classe que la validation croisée attribue à cette classe. Une flèche indique un changement depuis la dernière mise à jour.</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Precision (user&apos;s accuracy) in percent: the share of the pixels mapped as this class that are of this class, in the cross-validation. An arrow shows a change since the last update.</source>
        <translation>Précision (précision de l’utilisateur) en pourcentage : part des pixels attribués à cette classe qui lui appartiennent dans la validation croisée. Une flèche indique un changement depuis la dernière mise à jour.</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Area of the class in the map, in the unit of the heading</source>
        <translation>Surface de la classe sur la carte, dans l’unité de l’en-tête</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>What is missing, or wrong: select the class to read it below the table.</source>
        <translation>Ce qui manque ou est incorrect : sélectionnez la classe pour le lire sous le tableau.</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>{} polygons</source>
        <translation>{} polygones</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>{} pixels</source>
        <translation>{} pixels</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>recall {}</source>
        <translation>rappel {}</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>precision {}</source>
        <translation>précision {}</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>other classes</source>
        <translation>d’autres classes</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>Its polygons are outside the scene.</source>
        <translation>Ses polygones sont en dehors de la scène.</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>One polygon only: draw another one in a different location, so that the accuracy can be estimated.</source>
        <translation>Un seul polygone : dessinez-en un autre à un endroit différent pour que la précision puisse être estimée.</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>The map has no pixel of this class: draw polygons where it is missing.</source>
        <translation>La carte ne contient aucun pixel de cette classe : dessinez des polygones là où elle manque.</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>It could not be validated: its polygons are too close to each other. Draw another one in a different part of the scene.</source>
        <translation>Elle n’a pas pu être validée : ses polygones sont trop proches les uns des autres. Dessinez-en un autre dans une autre partie de la scène.</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>Its polygons overlap those of {} ({}): the pixels in common are not used. Correct or delete one of each pair.</source>
        <translation>Ses polygones chevauchent ceux de {} ({}) : les pixels communs ne sont pas utilisés. Corrigez ou supprimez-en un de chaque paire.</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>It is left out of the map: at least {} pixels are necessary.</source>
        <translation>Elle est absente de la carte : au moins {} pixels sont nécessaires.</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>Few polygons, unreliable accuracy: draw at least {}, spread over the scene.</source>
        <translation>Peu de polygones, exactitude peu fiable : dessinez-en au moins {}, répartis sur la scène.</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>Few pixels: at least {} are recommended.</source>
        <translation>Peu de pixels : au moins {} sont recommandés.</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>Low recall ({} %): pixels of this class are mapped as {}. Draw more polygons of it where it looks different.</source>
        <translation>Rappel faible ({} %) : des pixels de cette classe sont attribués à {}. Dessinez d’autres polygones là où son aspect diffère.</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>Low precision ({} %): pixels of {} are mapped as this class. Draw more polygons of that class, or correct wrong ones.</source>
        <translation>Précision faible ({} %) : des pixels de {} sont attribués à cette classe. Dessinez d’autres polygones de celle-ci, ou corrigez ceux qui sont faux.</translation>
    </message>
    <message>
        <location filename="../../gui/composites.py"/>
        <source>The image has too few pixels with values in every band for principal components.</source>
        <translation>L’image a trop peu de pixels ayant des valeurs dans toutes les bandes pour des composantes principales.</translation>
    </message>
    <message>
        <location filename="../../gui/composites.py"/>
        <source>Choose another composite.</source>
        <translation>Choisissez une autre composition colorée.</translation>
    </message>
    <message>
        <location filename="../../gui/composites.py"/>
        <source>The principal components could not be written to {}.</source>
        <translation>Les composantes principales n’ont pas pu être écrites dans {}.</translation>
    </message>
    <message>
        <location filename="../../gui/cube.py"/>
        <source>Check that the file is complete.</source>
        <translation>Vérifiez que le fichier est complet.</translation>
    </message>
    <message>
        <location filename="../../gui/cube.py"/>
        <source>Band {} of the image cannot be read.</source>
        <translation>La bande {} de l’image ne peut pas être lue.</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <location filename="../../gui/entry.py"/>
        <source>GeoDiffNet labelling</source>
        <translation>Étiquetage GeoDiffNet</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <source>Scene and samples</source>
        <translation>Scène et échantillons</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <source>Spectra</source>
        <translation>Spectres</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <source>No location was found that would improve the model.</source>
        <translation>Aucun emplacement qui améliorerait le modèle n’a été trouvé.</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <source>Press “Update map” to include the new polygons.</source>
        <translation>Appuyez sur « Actualiser la carte » pour inclure les nouveaux polygones.</translation>
    </message>
    <message>
        <location filename="../../gui/entry.py"/>
        <source>Draw training polygons and update the class map.</source>
        <translation>Dessiner des polygones d’entraînement et actualiser la carte de classes.</translation>
    </message>
    <message>
        <location filename="../../gui/entry.py"/>
        <source>Label scenes in the panel: open it in the toolbar or with Plugins ▸ GeoDiffNet.</source>
        <translation>Annotez des scènes dans le panneau : ouvrez-le dans la barre d’outils ou avec Extensions ▸ GeoDiffNet.</translation>
    </message>
    <message>
        <location filename="../../gui/entry.py"/>
        <source>Open the panel</source>
        <translation>Ouvrir le panneau</translation>
    </message>
    <message>
        <location filename="../../gui/history_control.py"/>
        <location filename="../../gui/map_section.py"/>
        <source>The file of this map no longer exists.</source>
        <translation>Le fichier de cette carte n’existe plus.</translation>
    </message>
    <message>
        <location filename="../../gui/history_section.py"/>
        <source>Show the selected map again, also by a double click.</source>
        <translation>Afficher à nouveau la carte sélectionnée, aussi par un double-clic.</translation>
    </message>
    <message>
        <location filename="../../gui/history_section.py"/>
        <source>Swipe</source>
        <translation>Balayer</translation>
    </message>
    <message>
        <location filename="../../gui/history_section.py"/>
        <source>Compare the selected map with the one shown, or two selected maps, along a line.</source>
        <translation>Comparer la carte sélectionnée à celle affichée, ou deux cartes sélectionnées, le long d’une ligne.</translation>
    </message>
    <message>
        <location filename="../../gui/history_section.py"/>
        <source>Blink</source>
        <translation>Alterner</translation>
    </message>
    <message>
        <location filename="../../gui/history_section.py"/>
        <source>Compare the selected map with the one shown, or two selected maps, in turn.</source>
        <translation>Comparer la carte sélectionnée à celle affichée, ou deux cartes sélectionnées, en alternance.</translation>
    </message>
    <message>
        <location filename="../../gui/history_section.py"/>
        <source>Maps ({})</source>
        <translation>Cartes ({})</translation>
    </message>
    <message>
        <location filename="../../gui/job_status.py"/>
        <source>Cancelled; nothing was changed.</source>
        <translation>Annulé ; rien n’a été modifié.</translation>
    </message>
    <message>
        <location filename="../../gui/job_status.py"/>
        <source>Cancel; the map is not changed.</source>
        <translation>Annuler ; la carte n’est pas modifiée.</translation>
    </message>
    <message>
        <location filename="../../gui/job_status.py"/>
        <source>Cancelling …</source>
        <translation>Annulation …</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>The hyperspectral image to classify.</source>
        <translation>L’image hyperspectrale à classifier.</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Choose or create a layer</source>
        <translation>Choisir ou créer une couche</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>The layer of training samples: polygons, lines or points.</source>
        <translation>La couche des échantillons d’entraînement : polygones, lignes ou points.</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>New…</source>
        <translation>Nouveau…</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Create an empty training layer for this scene.</source>
        <translation>Créer une couche d’entraînement vide pour cette scène.</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Scene</source>
        <translation>Scène</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Samples</source>
        <translation>Échantillons</translation>
    </message>
    <message>
        <location filename="../../gui/live/layer.py"/>
        <location filename="../../gui/live/old_files.py"/>
        <source>Live map</source>
        <translation>Carte en direct</translation>
    </message>
    <message>
        <location filename="../../gui/live/live_map.py"/>
        <source>Live map: the last update failed.</source>
        <translation>Carte en direct : la dernière mise à jour a échoué.</translation>
    </message>
    <message>
        <location filename="../../gui/live/live_map.py"/>
        <location filename="../../gui/live/status.py"/>
        <source>Live map: starting …</source>
        <translation>Carte en direct : démarrage …</translation>
    </message>
    <message>
        <location filename="../../gui/live/live_map.py"/>
        <source>Live map: draw polygons of at least two classes.</source>
        <translation>Carte en direct : dessinez des polygones d’au moins deux classes.</translation>
    </message>
    <message>
        <location filename="../../gui/live/live_map.py"/>
        <source>Live map: the scene is outside the map window.</source>
        <translation>Carte en direct : la scène est hors de la fenêtre de carte.</translation>
    </message>
    <message>
        <location filename="../../gui/live/live_map.py"/>
        <source>Live map:</source>
        <translation>Carte en direct :</translation>
    </message>
    <message>
        <location filename="../../gui/live/section.py"/>
        <source>Live</source>
        <translation>En direct</translation>
    </message>
    <message>
        <location filename="../../gui/live/section.py"/>
        <source>Map the visible part of the scene after each change of the polygons.</source>
        <translation>Cartographier la partie visible de la scène après chaque modification des polygones.</translation>
    </message>
    <message>
        <location filename="../../gui/live/status.py"/>
        <source>Live map: updating …</source>
        <translation>Carte en direct : mise à jour …</translation>
    </message>
    <message>
        <location filename="../../gui/live/status.py"/>
        <source>Live map: refining …</source>
        <translation>Carte en direct : affinage …</translation>
    </message>
    <message>
        <location filename="../../gui/live/status.py"/>
        <source>Extracting features in the background: {} %.</source>
        <translation>Extraction des caractéristiques en arrière-plan : {} %.</translation>
    </message>
    <message>
        <location filename="../../gui/live/status.py"/>
        <source>Live map: {}; accuracy {} %.</source>
        <translation>Carte en direct : {} ; exactitude {} %.</translation>
    </message>
    <message>
        <location filename="../../gui/live/status.py"/>
        <source>Live map: {}; accuracy unknown.</source>
        <translation>Carte en direct : {} ; exactitude inconnue.</translation>
    </message>
    <message>
        <location filename="../../gui/live/status.py"/>
        <source>Live map: {}; estimating the accuracy …</source>
        <translation>Carte en direct : {} ; estimation de l’exactitude …</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <location filename="../../gui/panel_keys.py"/>
        <source>Update map</source>
        <translation>Actualiser la carte</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Train with the current polygons, saved or not, and map the scene.</source>
        <translation>Entraîner avec les polygones actuels, enregistrés ou non, et cartographier la scène.</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Suggest</source>
        <translation>Suggérer</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Find locations whose class would improve the model most, and label them.</source>
        <translation>Trouver les emplacements dont la classe améliorerait le plus le modèle, et les étiqueter.</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Show or hide the class map.</source>
        <translation>Afficher ou masquer la carte de classes.</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Show or hide the confidence: more polygons help most where it is dark (low).</source>
        <translation>Afficher ou masquer la confiance : d’autres polygones sont le plus utiles là où elle est sombre (faible).</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Map whole scene</source>
        <translation>Toute la scène</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>The classification method. Linear discriminant analysis is fitted in milliseconds.</source>
        <translation>La méthode de classification. L’analyse discriminante linéaire est ajustée en quelques millisecondes.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Searching for locations to label</source>
        <translation>Recherche d’emplacements à étiqueter</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Open a hyperspectral scene and choose it above.</source>
        <translation>Ouvrez une scène hyperspectrale et choisissez-la ci-dessus.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Choose a polygon layer, or create a new one.</source>
        <translation>Choisissez une couche de polygones, ou créez-en une.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Mapping {}</source>
        <translation>Cartographie de {}</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>The map is in {}.</source>
        <translation>La carte est dans {}.</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>Its accuracy cannot be estimated yet: draw at least two polygons of each class at different locations.</source>
        <translation>Son exactitude ne peut pas encore être estimée : dessinez au moins deux polygones de chaque classe à des endroits différents.</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>The map is out of date: polygons have changed since.</source>
        <translation>La carte n’est plus à jour : des polygones ont changé depuis.</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>The map is up to date.</source>
        <translation>La carte est à jour.</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>The map is out of date; polygons since then: {}.</source>
        <translation>La carte n’est plus à jour ; polygones depuis : {}.</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>Earlier map: {}, {}.</source>
        <translation>Carte antérieure : {}, {}.</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>Cross-validated accuracy: {} %.</source>
        <translation>Exactitude par validation croisée : {} %.</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>In one location only: {}.</source>
        <translation>À un seul endroit : {}.</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>Unreliable, with too few polygons of {}: draw at least {} of each.</source>
        <translation>Peu fiable, avec trop peu de polygones de {} : dessinez-en au moins {} de chaque classe.</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>{} drawn</source>
        <translation>{} dessinés</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>{} changed</source>
        <translation>{} modifiés</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>{} removed</source>
        <translation>{} supprimés</translation>
    </message>
    <message>
        <location filename="../../gui/messages.py"/>
        <source>Put all of its files into one folder. If you trust it, enable “Allow references to other folders and the network” in Settings ▸ Options ▸ GeoDiffNet.</source>
        <translation>Placez tous ses fichiers dans un seul dossier. Si vous leur faites confiance, activez « Autoriser les renvois à d’autres dossiers et au réseau » dans Préférences ▸ Options ▸ GeoDiffNet.</translation>
    </message>
    <message>
        <location filename="../../gui/messages.py"/>
        <source>Close other programs, or process a smaller part of the scene.</source>
        <translation>Fermez d’autres programmes, ou traitez une partie plus petite de la scène.</translation>
    </message>
    <message>
        <location filename="../../gui/messages.py"/>
        <source>Set up…</source>
        <translation>Installer…</translation>
    </message>
    <message>
        <location filename="../../gui/messages.py"/>
        <source>The layer is drawn by its classes now. Its former style “{}” is kept: right-click the layer ▸ Styles.</source>
        <translation>La couche est maintenant affichée par classes. Son ancien style « {} » est conservé : clic droit sur la couche ▸ Styles.</translation>
    </message>
    <message>
        <location filename="../../gui/messages.py"/>
        <source>Options…</source>
        <translation>Options…</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>New training layer</source>
        <translation>Nouvelle couche d’entraînement</translation>
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
        <translation>Classes, une par ligne, avec une couleur facultative. D’autres peuvent être ajoutées plus tard.</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Polygons (recommended)</source>
        <translation>Polygones (recommandé)</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Lines</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Samples are drawn as:</source>
        <translation>Les échantillons sont dessinés comme :</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>File of the training layer:</source>
        <translation>Fichier de la couche d’entraînement :</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Choose a file for the training layer.</source>
        <translation>Choisissez un fichier pour la couche d’entraînement.</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Automatic (CUDA with a recent NVIDIA driver, otherwise CPU)</source>
        <translation>Automatique (CUDA avec un pilote NVIDIA récent, sinon CPU)</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Remove the environment of the backend? Maps and models are kept.</source>
        <translation>Supprimer l’environnement du moteur de calcul ? Les cartes et les modèles sont conservés.</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>The diagnostics report was copied to the clipboard. Read it before you send it.</source>
        <translation>Le rapport de diagnostic a été copié dans le presse-papiers. Lisez-le avant de l’envoyer.</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Set up</source>
        <translation>Installer</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Upgrade</source>
        <translation>Mettre à niveau</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Set up in the profile</source>
        <translation>Installer dans le profil</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Verify</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Run the self-test: versions, device and a short computation</source>
        <translation>Exécuter l’autotest : versions, processeur et un court calcul</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Repair</source>
        <translation>Réparer</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Install the environment again</source>
        <translation>Réinstaller l’environnement</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Remove…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>CPU only (download of about 0.4 GB)</source>
        <translation>CPU seulement (téléchargement d’environ 0,4 Go)</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>NVIDIA GPU, CUDA (download of about 3 GB)</source>
        <translation>GPU NVIDIA, CUDA (téléchargement d’environ 3 Go)</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>detected automatically</source>
        <translation>détecté automatiquement</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>none (install from the internet)</source>
        <translation>aucun (installer depuis internet)</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>none (use the environment in the QGIS profile)</source>
        <translation>aucun (utiliser l’environnement du profil QGIS)</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Verify and use</source>
        <translation>Vérifier et utiliser</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Download all files to the folder, for a computer without a network connection</source>
        <translation>Télécharger tous les fichiers dans le dossier, pour un ordinateur sans connexion réseau</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Base Python</source>
        <translation>Python de base</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Custom Python environment</source>
        <translation>Environnement Python personnalisé</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Also read data that refer to files outside their own folder or to the network, as virtual rasters may. Enable this only if you trust all data that you open.</source>
        <translation>Lire aussi des données qui renvoient à des fichiers hors de leur propre dossier ou au réseau, comme le peuvent les rasters virtuels. À n’activer que si toutes les données que vous ouvrez sont fiables.</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Open the log folder</source>
        <translation>Ouvrir le dossier des journaux</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Copy a diagnostics report</source>
        <translation>Copier un rapport de diagnostic</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Copy versions, device, settings and the last log to the clipboard, for a report of a problem. Paths, addresses and the names of user and computer are removed.</source>
        <translation>Copier les versions, le périphérique, les réglages et le dernier journal dans le presse-papiers, pour signaler un problème. Les chemins, les adresses et les noms d’utilisateur et d’ordinateur sont supprimés.</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Verifying</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Remove the backend</source>
        <translation>Supprimer le moteur de calcul</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Cancelling…</source>
        <translation>Annulation…</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>The self-test passed in {} s. Device: {}</source>
        <translation>L’autotest a réussi en {} s. Processeur : {}</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Setting up</source>
        <translation>Installation</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Repairing</source>
        <translation>Réparation</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>The installation takes some minutes and about 2 GB of disk space (9 GB with CUDA).</source>
        <translation>L’installation prend quelques minutes et environ 2 Go d’espace disque (9 Go avec CUDA).</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>The backend of GeoDiffNet runs in its own Python environment, separate from the Python of QGIS. It is installed in your QGIS profile: no administrator rights are needed, and nothing else on the computer is changed. &lt;a href=&quot;{}&quot;&gt;More information&lt;/a&gt;</source>
        <translation>Le moteur de calcul de GeoDiffNet fonctionne dans son propre environnement Python, séparé du Python de QGIS. Il est installé dans votre profil QGIS : aucun droit d’administrateur n’est nécessaire, et rien d’autre n’est modifié sur l’ordinateur. &lt;a href=&quot;{}&quot;&gt;Plus d’informations&lt;/a&gt;</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Collecting diagnostics</source>
        <translation>Collecte du diagnostic</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Python {}, PyTorch build {}, installed on {}</source>
        <translation>Python {}, version {} de PyTorch, installé le {}</translation>
    </message>
    <message>
        <location filename="../../gui/panel_keys.py"/>
        <source>Show or hide the confidence</source>
        <translation>Afficher ou masquer la confiance</translation>
    </message>
    <message>
        <location filename="../../gui/panel_keys.py"/>
        <source>Suggest locations</source>
        <translation>Suggérer des emplacements</translation>
    </message>
    <message>
        <location filename="../../gui/panel_keys.py"/>
        <source>Show or hide the map</source>
        <translation>Afficher ou masquer la carte</translation>
    </message>
    <message>
        <location filename="../../gui/panel_keys.py"/>
        <source>Live map on or off</source>
        <translation>Activer ou désactiver la carte en direct</translation>
    </message>
    <message>
        <location filename="../../gui/panel_keys.py"/>
        <source>Next class</source>
        <translation>Classe suivante</translation>
    </message>
    <message>
        <location filename="../../gui/panel_keys.py"/>
        <source>Previous class</source>
        <translation>Classe précédente</translation>
    </message>
    <message>
        <location filename="../../gui/preview.py"/>
        <location filename="../../gui/work_folder.py"/>
        <source>Class map (preview)</source>
        <translation>Carte de classes (aperçu)</translation>
    </message>
    <message>
        <location filename="../../gui/preview.py"/>
        <source>Confidence (preview)</source>
        <translation>Confiance (aperçu)</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>Click a class in the list and draw some small polygons of it in the map.</source>
        <translation>Cliquez sur une classe de la liste et dessinez-en quelques petits polygones sur la carte.</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>Store the training layer in a folder in which you may create files.</source>
        <translation>Enregistrez la couche d’entraînement dans un dossier où vous pouvez créer des fichiers.</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>Polygons of at least two classes are needed; there are {}.</source>
        <translation>Il faut des polygones d’au moins deux classes ; il y en a {}.</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>The folder {} cannot be created: {}</source>
        <translation>Le dossier {} ne peut pas être créé : {}</translation>
    </message>
    <message>
        <location filename="../../gui/samples/export_dialog.py"/>
        <source>Export samples with spectra</source>
        <translation>Exporter les échantillons avec leurs spectres</translation>
    </message>
    <message>
        <location filename="../../gui/samples/export_dialog.py"/>
        <source>One row per labelled pixel: class, id of the polygon, row and column (from 0 at the top left), coordinates of its centre, and one column per band with its wavelength in the name.</source>
        <translation>Une ligne par pixel étiqueté : classe, identifiant du polygone, ligne et colonne (à partir de 0 en haut à gauche), coordonnées de son centre et une colonne par bande avec sa longueur d’onde dans le nom.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/export_dialog.py"/>
        <source>File of the samples:</source>
        <translation>Fichier des échantillons :</translation>
    </message>
    <message>
        <location filename="../../gui/samples/export_dialog.py"/>
        <source>Table (*.csv)</source>
        <translation>Table (*.csv)</translation>
    </message>
    <message>
        <location filename="../../gui/samples/export_dialog.py"/>
        <source>Replace the file {}?</source>
        <translation>Remplacer le fichier {} ?</translation>
    </message>
    <message>
        <location filename="../../gui/samples/import_dialog.py"/>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>Import samples</source>
        <translation>Importer des échantillons</translation>
    </message>
    <message>
        <location filename="../../gui/samples/import_dialog.py"/>
        <source>The samples are copied into the training layer in its coordinate reference system. Classes of the same name are joined; others are added.</source>
        <translation>Les échantillons sont copiés dans la couche d’entraînement, dans son système de coordonnées de référence. Les classes de même nom sont réunies, les autres ajoutées.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/import_dialog.py"/>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <location filename="../../gui/samples/import_dialog.py"/>
        <source>Choose a layer and its class field.</source>
        <translation>Choisissez une couche et son champ de classe.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/import_dialog.py"/>
        <source>Selected features only ({})</source>
        <translation>Entités sélectionnées uniquement ({})</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Exporting samples</source>
        <translation>Exportation des échantillons</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Imported samples: {}.</source>
        <translation>Échantillons importés : {}.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Exported pixels: {}. File: {}</source>
        <translation>Pixels exportés : {}. Fichier : {}</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Samples are being exported already.</source>
        <translation>Des échantillons sont déjà en cours d’exportation.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Wait until the file is complete.</source>
        <translation>Attendez que le fichier soit complet.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Added classes: {}.</source>
        <translation>Classes ajoutées : {}.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Skipped, without class or outside: {}.</source>
        <translation>Ignorés, sans classe ou hors limites : {}.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Skipped, without data: {}.</source>
        <translation>Ignorés, sans données : {}.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>Samples are exported as CSV or GeoPackage.</source>
        <translation>Les échantillons sont exportés en CSV ou GeoPackage.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>Enter a file name that ends in .csv or .gpkg.</source>
        <translation>Saisissez un nom de fichier qui se termine par .csv ou .gpkg.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>Choose an existing folder.</source>
        <translation>Choisissez un dossier existant.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>Export the samples as CSV.</source>
        <translation>Exportez les échantillons en CSV.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>Choose a folder in which you may create files, with free disk space.</source>
        <translation>Choisissez un dossier où vous pouvez créer des fichiers, avec de l’espace disque libre.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>The file {} is used by a layer of the project.</source>
        <translation>Le fichier {} est utilisé par une couche du projet.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>A GeoPackage holds at most {} bands, but the scene has {}.</source>
        <translation>Un GeoPackage contient au plus {} bandes, mais la scène en a {}.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>The file {} could not be written: {}</source>
        <translation>Le fichier {} n’a pas pu être écrit : {}</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>Choose another layer or field.</source>
        <translation>Choisissez une autre couche ou un autre champ.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>Use a training layer of polygons, or one of the same type of geometry.</source>
        <translation>Utilisez une couche d’entraînement de polygones ou du même type de géométrie.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>Points and lines label pixels of a scene, but there is none.</source>
        <translation>Les points et les lignes étiquettent les pixels d’une scène, mais il n’y en a pas.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>Choose a scene first.</source>
        <translation>Choisissez d’abord une scène.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>Select some of them, or choose the layer itself as the training layer.</source>
        <translation>Sélectionnez-en quelques-uns ou choisissez la couche elle-même comme couche d’entraînement.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>The layer {} has no samples with a class.</source>
        <translation>La couche {} n’a aucun échantillon avec une classe.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>The geometries of the layer {} do not suit the training layer.</source>
        <translation>Les géométries de la couche {} ne conviennent pas à la couche d’entraînement.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>The layer {} has more than {} samples.</source>
        <translation>La couche {} a plus de {} échantillons.</translation>
    </message>
    <message>
        <location filename="../../gui/scene_box.py"/>
        <source>its file is missing</source>
        <translation>fichier absent</translation>
    </message>
    <message>
        <location filename="../../gui/scene_box.py"/>
        <source>not a raster file</source>
        <translation>pas un fichier raster</translation>
    </message>
    <message>
        <location filename="../../gui/scene_box.py"/>
        <source>Choose a scene</source>
        <translation>Choisir une scène</translation>
    </message>
    <message>
        <location filename="../../gui/scene_box.py"/>
        <source>{} bands, at least {} are needed</source>
        <translation>{} bandes, il en faut au moins {}</translation>
    </message>
    <message>
        <location filename="../../gui/setup_run.py"/>
        <source>Please report this problem.</source>
        <translation>Veuillez signaler ce problème.</translation>
    </message>
    <message>
        <location filename="../../gui/setup_run.py"/>
        <location filename="../../gui/shortcuts.py"/>
        <source>GeoDiffNet: {}</source>
        <translation>GeoDiffNet : {}</translation>
    </message>
    <message>
        <location filename="../../gui/spectrum_plot.py"/>
        <source>The spectrum under the cursor (thick line) and the mean spectra of the classes in their colours.</source>
        <translation>Le spectre sous le curseur (trait épais) et les spectres moyens des classes dans leurs couleurs.</translation>
    </message>
    <message>
        <location filename="../../gui/spectrum_plot.py"/>
        <source>nm</source>
        <translation>nm</translation>
    </message>
    <message>
        <location filename="../../gui/spectrum_plot.py"/>
        <source>band</source>
        <translation>bande</translation>
    </message>
    <message>
        <location filename="../../gui/spectrum_plot.py"/>
        <source>Move the cursor over the scene to show spectra.</source>
        <translation>Déplacez le curseur sur la scène pour afficher des spectres.</translation>
    </message>
    <message>
        <location filename="../../gui/statistics.py"/>
        <source>Reading training polygons</source>
        <translation>Lecture des polygones d’entraînement</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>The model cannot decide between {} and {}.</source>
        <translation>Le modèle ne peut pas choisir entre {} et {}.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>No training sample has a similar spectrum; it may be of a class that is missing.</source>
        <translation>Aucun échantillon d’entraînement n’a un spectre semblable ; c’est peut-être une classe manquante.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Much of the scene looks like this, and no training sample does.</source>
        <translation>Une grande partie de la scène a cet aspect, et aucun échantillon d’entraînement.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Mapped as {}, which has few training samples: is that correct?</source>
        <translation>Attribué à {}, qui a peu d’échantillons d’entraînement : est-ce correct ?</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>There is no training sample near this location yet.</source>
        <translation>Il n’y a pas encore d’échantillon d’entraînement près de cet endroit.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>End</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Return to the previous location.</source>
        <translation>Revenir à l’emplacement précédent.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Go to the next location (space key), if the class is unknown or the pixel is mixed; this one is not suggested again.</source>
        <translation>Aller à l’endroit suivant (barre d’espace) si la classe est inconnue ou le pixel mixte ; celui-ci n’est plus suggéré.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Discard the remaining suggestions.</source>
        <translation>Abandonner les suggestions restantes.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Predicted: &lt;b&gt;{}&lt;/b&gt; ({} %); second choice: {}</source>
        <translation>Prédiction : &lt;b&gt;{}&lt;/b&gt; ({} %) ; deuxième choix : {}</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Press the number of the class or click it in the list, or skip the location.</source>
        <translation>Appuyez sur le numéro de la classe ou cliquez dessus dans la liste, ou passez cet endroit.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>&lt;b&gt;Which class is this?&lt;/b&gt; Location {} of {}.</source>
        <translation>&lt;b&gt;De quelle classe s’agit-il ?&lt;/b&gt; Emplacement {} sur {}.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/point_tool.py"/>
        <location filename="../../gui/tools/region_growing.py"/>
        <source>This location lies outside the scene.</source>
        <translation>Cet emplacement est hors de la scène.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/point_tool.py"/>
        <source>Click a pixel of the scene.</source>
        <translation>Cliquez sur un pixel de la scène.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/polygon_tool.py"/>
        <source>Draw a training polygon</source>
        <translation>Dessiner un polygone d’entraînement</translation>
    </message>
    <message>
        <location filename="../../gui/tools/tool_set.py"/>
        <source>Reading the scene</source>
        <translation>Lecture de la scène</translation>
    </message>
    <message>
        <location filename="../../gui/tools/tool_set.py"/>
        <source>There is no class to draw.</source>
        <translation>Il n’y a pas de classe à dessiner.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/tool_set.py"/>
        <source>Add a class with + first.</source>
        <translation>Ajoutez d’abord une classe avec +.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Polygon</source>
        <translation>Polygone</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Click the corners, then right-click. Snapping and advanced digitizing work as in QGIS; Backspace removes the last corner, Esc all.</source>
        <translation>Cliquez sur les sommets, puis clic droit. L’accrochage et la numérisation avancée fonctionnent comme dans QGIS ; Retour arrière supprime le dernier sommet, Échap tous.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Scribble</source>
        <translation>Trait à main levée</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Drag to draw a line of this width in pixels. Shift: straight line; Ctrl: erase; Shift+wheel: width; right-click or Esc: cancel.</source>
        <translation>Glissez pour tracer une ligne de cette largeur en pixels. Maj : ligne droite ; Ctrl : effacer ; Maj+molette : largeur ; clic droit ou Échap : annuler.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Brush</source>
        <translation>Pinceau</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Drag to paint an area with a disc of this radius in pixels. Shift: straight line; Ctrl: erase; Shift+wheel: radius; right-click or Esc: cancel.</source>
        <translation>Glissez pour peindre une surface avec un disque de ce rayon en pixels. Maj : ligne droite ; Ctrl : effacer ; Maj+molette : rayon ; clic droit ou Échap : annuler.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Pixel</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Click a pixel to label it. Ctrl: erase there.</source>
        <translation>Cliquez sur un pixel pour l’étiqueter. Ctrl : y effacer.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Drag around an area. Ctrl: erase the area; right-click or Esc: cancel.</source>
        <translation>Entourez une surface en glissant. Ctrl : effacer la surface ; clic droit ou Échap : annuler.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Magic wand</source>
        <translation>Baguette magique</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Shows the connected pixels whose spectra are similar to the one under the cursor; click to label them. Wheel: tolerance; Ctrl: erase them, and zoom with the wheel.</source>
        <translation>Montre les pixels connexes dont le spectre ressemble à celui sous le curseur ; cliquez pour les étiqueter. Molette : tolérance ; Ctrl : les effacer, et zoomer avec la molette.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Eraser</source>
        <translation>Gomme</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Drag to cut or remove what lies under a disc of this radius in pixels. Shift: only the current class; Shift+wheel: radius; right-click or Esc: cancel.</source>
        <translation>Glissez pour découper ou supprimer ce qui se trouve sous un disque de ce rayon en pixels. Maj : seulement la classe actuelle ; Maj+molette : rayon ; clic droit ou Échap : annuler.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Import samples of another layer…</source>
        <translation>Importer les échantillons d’une autre couche…</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Export samples with spectra…</source>
        <translation>Exporter les échantillons avec leurs spectres…</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Import and export samples</source>
        <translation>Importer et exporter des échantillons</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>It needs a scene, and a training layer whose geometries suit it.</source>
        <translation>Nécessite une scène et une couche d’entraînement dont les géométries conviennent.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Tolerance of the magic wand: the spectral angle in degrees.</source>
        <translation>Tolérance de la baguette magique : angle spectral en degrés.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Size of the tool in pixels of the scene.</source>
        <translation>Taille de l’outil en pixels de la scène.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/wand_tool.py"/>
        <source>This pixel has no data.</source>
        <translation>Ce pixel n’a pas de données.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/wand_tool.py"/>
        <source>Click a pixel of the scene with data.</source>
        <translation>Cliquez sur un pixel de la scène qui a des données.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/window_reader.py"/>
        <source>Reading spectra</source>
        <translation>Lecture des spectres</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Add it to the list of classes first.</source>
        <translation>Ajoutez-la d’abord à la liste des classes.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Erase</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Check that its file allows adding, changing and deleting features.</source>
        <translation>Vérifiez que son fichier permet d’ajouter, de modifier et de supprimer des entités.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Merge {} into {}</source>
        <translation>Fusionner {} dans {}</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Check that you may write to its file, or create another training layer.</source>
        <translation>Vérifiez que vous pouvez écrire dans son fichier, ou créez une autre couche d’entraînement.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Check that you may write to the file and that there is free disk space.</source>
        <translation>Vérifiez que vous pouvez écrire dans le fichier et qu’il y a de l’espace disque libre.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>The training layer has no class {}.</source>
        <translation>La couche d’entraînement n’a pas de classe {}.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Draw {}</source>
        <translation>Dessiner {}</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Add class {}</source>
        <translation>Ajouter la classe {}</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Remove class {}</source>
        <translation>Supprimer la classe {}</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Change colour of class {}</source>
        <translation>Changer la couleur de la classe {}</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Rename class {} to {}</source>
        <translation>Renommer la classe {} en {}</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>The layer {} rejected the change; nothing was changed.</source>
        <translation>La couche {} a refusé la modification ; rien n’a été changé.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>The layer {} cannot be edited.</source>
        <translation>La couche {} ne peut pas être modifiée.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>The polygons could not be saved: {}</source>
        <translation>Les polygones n’ont pas pu être enregistrés : {}</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>True colour</source>
        <translation>Couleurs naturelles</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Red, green and blue bands: natural colours.</source>
        <translation>Bandes rouge, verte et bleue : couleurs naturelles.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Infrared</source>
        <translation>Infrarouge</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Near infrared, red and green bands (CIR): healthy vegetation is bright red.</source>
        <translation>Bandes du proche infrarouge, du rouge et du vert (CIR) : la végétation saine est d’un rouge vif.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>SWIR</source>
        <translation>SWIR</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Short-wave and near infrared and red bands: soil, moisture, burns, minerals.</source>
        <translation>Bandes de l’infrarouge à ondes courtes, du proche infrarouge et du rouge : sols, humidité, brûlis, minéraux.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>PCA</source>
        <translation>ACP</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>The first three principal components of all bands.</source>
        <translation>Les trois premières composantes principales de toutes les bandes.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>The scene has no bands at the wavelengths of this composite.</source>
        <translation>La scène n’a pas de bandes aux longueurs d’onde de cette composition.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Principal components of {}</source>
        <translation>Composantes principales de {}</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Reading {}</source>
        <translation>Lecture de {}</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Computing principal components of {}</source>
        <translation>Calcul des composantes principales de {}</translation>
    </message>
    <message>
        <location filename="../../gui/warnings_section.py"/>
        <source>Warnings ({})</source>
        <translation>Avertissements ({})</translation>
    </message>
</context>
</TS>
