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
        <location filename="../../algorithms/batch.py"/>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Classification</source>
        <translation>Classification</translation>
    </message>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <source>hyperspectral,imaging spectroscopy,land cover,predict,classify,inference,transfer,time series,deep learning,diffusion</source>
        <translation>hyperspectral,spectroscopie imageante,occupation du sol,prédire,classifier,inférence,transfert,série temporelle,apprentissage profond,diffusion</translation>
    </message>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <source>Maps a hyperspectral image with a model that was trained before.</source>
        <translation>Cartographie une image hyperspectrale avec un modèle entraîné auparavant.</translation>
    </message>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <source>&lt;p&gt;Maps a hyperspectral image with a model that was trained before, on this scene or on another one of the same sensor; no examples are needed.&lt;/p&gt;&lt;p&gt;Bands are matched by wavelength. Both scenes should hold reflectance in the same unit: a model does not know of a difference in light or atmosphere between them, so look at the confidence, and assess the map before you rely on it.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Cartographie une image hyperspectrale avec un modèle entraîné auparavant, sur cette scène ou sur une autre du même capteur ; aucun exemple n’est nécessaire.&lt;/p&gt;&lt;p&gt;Les bandes sont associées par longueur d’onde. Les deux scènes doivent contenir la réflectance dans la même unité : un modèle ignore toute différence de lumière ou d’atmosphère entre elles. Regardez donc la confiance, et évaluez la carte avant de vous y fier.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>The file that “Train a model” or “Classify HSI with GeoDiffNet-F” has written. The method, the classes and their colours are in it.</source>
        <translation>Le fichier écrit par « Entraîner un modèle » ou « Classifier une image HSI avec GeoDiffNet-F ». Il contient la méthode, les classes et leurs couleurs.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>Only for a model whose diffusion network is neither the bundled one nor in the cache of this computer: adm-imagenet64 or the path of its checkpoint, a folder in the format of diffusers, or a model of the Hugging Face hub as owner/name@commit. Left empty, nothing is downloaded, whatever the model names.</source>
        <translation>Seulement pour un modèle dont le réseau de diffusion n’est ni celui qui est fourni ni dans le cache de cet ordinateur : adm-imagenet64 ou le chemin de son checkpoint, un dossier au format de diffusers, ou un modèle du Hugging Face Hub sous la forme owner/name@commit. Laissé vide, rien n’est téléchargé, quoi que le modèle nomme.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Backbone</source>
        <translation>Réseau de base</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>Choose a .safetensors file that this plugin has written.</source>
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
        <location filename="../../algorithms/assess.py"/>
        <source>Assess a class map</source>
        <translation>Évaluer une carte de classes</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/compare.py"/>
        <source>Accuracy</source>
        <translation>Exactitude</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>accuracy,validation,confusion matrix,error matrix,area estimation,reference,ground truth,kappa,F1,stratified sample</source>
        <translation>exactitude,précision,validation,matrice de confusion,matrice d’erreur,estimation de surface,référence,vérité terrain,kappa,F1,échantillon stratifié</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Tells how far a class map can be trusted, and how large its classes are.</source>
        <translation>Indique à quel point on peut se fier à une carte de classes, et la surface de ses classes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>&lt;p&gt;Holds a class map, from this plugin or any other, against reference data: overall accuracy, each class&apos;s, what is confused with what, and, where the reference is a random sample, the area of each class with its confidence interval.&lt;/p&gt;&lt;p&gt;Reference data must not have been used for training; name the training examples, and what lies in them is reported apart.&lt;/p&gt;&lt;p&gt;Without reference data yet, let a sample of points be drawn: fill in the class of each by looking at the place, not at the map, and give them as reference.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Compare une carte de classes, issue de cette extension ou d’ailleurs, à des données de référence : exactitude globale, exactitude de chaque classe, confusions et, si la référence est un échantillon aléatoire, surface de chaque classe avec son intervalle de confiance.&lt;/p&gt;&lt;p&gt;Les données de référence ne doivent pas avoir servi à l’entraînement ; indiquez les exemples d’entraînement, et ce qui s’y trouve est présenté à part.&lt;/p&gt;&lt;p&gt;Si vous n’avez pas encore de données de référence, faites tirer un échantillon de points : renseignez la classe de chacun en regardant le lieu, non la carte, et donnez-les comme référence.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The map to assess: a raster file whose first band holds codes of classes.</source>
        <translation>La carte à évaluer : un fichier raster dont la première bande contient des codes de classes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Points, polygons or lines whose class is known. Selection, filters, joins and temporary layers count as you see them.</source>
        <translation>Points, polygones ou lignes dont la classe est connue. Sélection, filtres, jointures et couches temporaires comptent tels que vous les voyez.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The field of the reference shapes that holds the class: its name as in the map, or its code. Shapes without a value are left out.</source>
        <translation>Le champ des entités de référence qui contient la classe : son nom comme dans la carte, ou son code. Les entités sans valeur sont ignorées.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>How classes of the reference are found in the map. auto: by the names that the layers show, and by code only where neither has names or the codes prove themselves; codes: choose it where you know that the same code means the same class in both.</source>
        <translation>Comment les classes de la référence sont retrouvées dans la carte. auto : par les noms que montrent les couches, et par le code seulement si aucune des deux n’a de noms ou si les codes sont sans équivoque ; codes : à choisir si vous savez que le même code désigne la même classe dans les deux.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>A raster of codes to hold the map against, instead of shapes. It must lie on the grid of the map; 0 and no data are left out.</source>
        <translation>Un raster de codes auquel comparer la carte, au lieu d’entités. Il doit être sur la grille de la carte ; 0 et les pixels sans données sont ignorés.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The examples that the map was trained with: reference inside them would flatter the map and is reported apart.</source>
        <translation>Les exemples avec lesquels la carte a été entraînée : une référence à l’intérieur flatterait la carte et est présentée à part.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>random: points drawn all over the map; stratified: drawn class by class; purposive: where somebody chose, from which nothing follows for the rest of the map; census: everywhere. auto takes points for stratified and other shapes for purposive.</source>
        <translation>random : points tirés sur toute la carte ; stratified : tirés classe par classe ; purposive : lieux choisis par quelqu’un, dont rien ne se déduit pour le reste de la carte ; census : partout. auto suppose stratified pour des points et purposive pour les autres entités.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The raster in whose classes the sample was drawn, or is to be drawn, where that is not the map itself, such as an older map.</source>
        <translation>Le raster dans les classes duquel l’échantillon a été tiré, ou doit l’être, si ce n’est pas la carte elle-même, par exemple une carte plus ancienne.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>How many points to draw where a sample is asked for; otherwise of no effect.</source>
        <translation>Nombre de points à tirer quand un échantillon est demandé ; sans effet sinon.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>olofsson: 50 to 100 points for rare classes, by area for the others; proportional: by area alone; equal: as many for each class.</source>
        <translation>olofsson : 50 à 100 points pour les classes rares, selon la surface pour les autres ; proportional : selon la surface seule ; equal : autant pour chaque classe.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Where chance starts from: same seed, same sample and same intervals.</source>
        <translation>Point de départ du hasard : même graine, même échantillon et mêmes intervalles.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>A web page with all accuracies, their intervals, the confusion between classes and the areas; its numbers go beside it as JSON. It needs reference data.</source>
        <translation>Une page web avec toutes les exactitudes, leurs intervalles, les confusions entre classes et les surfaces ; ses chiffres sont écrits à côté en JSON. Elle exige des données de référence.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>A GeoPackage of points drawn at random from each class of the map, with an empty field for the class you find there.</source>
        <translation>Un GeoPackage de points tirés au hasard dans chaque classe de la carte, avec un champ vide pour la classe que vous y constatez.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Choose the layer of examples that the map was trained with.</source>
        <translation>Choisissez la couche d’exemples avec laquelle la carte a été entraînée.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Class map</source>
        <translation>Carte de classes</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Reference shapes</source>
        <translation>Entités de référence</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Match classes by</source>
        <translation>Apparier les classes par</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Reference map</source>
        <translation>Carte de référence</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Training examples</source>
        <translation>Exemples d’entraînement</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>How the reference was chosen</source>
        <translation>Comment la référence a été choisie</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Strata</source>
        <translation>Strates</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Points of the sample to draw</source>
        <translation>Points de l’échantillon à tirer</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>How the points are shared</source>
        <translation>Répartition des points</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/parameters/training.py"/>
        <location filename="../../algorithms/parameters/report.py"/>
        <location filename="../../gui/map_section.py"/>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Sample of points</source>
        <translation>Échantillon de points</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Overall accuracy</source>
        <translation>Exactitude globale</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Average accuracy of the classes</source>
        <translation>Exactitude moyenne des classes</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Pixels compared</source>
        <translation>Pixels comparés</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Both reference shapes and a reference map were given.</source>
        <translation>Des entités de référence et une carte de référence ont été données à la fois.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Leave one of them empty.</source>
        <translation>Laissez l’une des deux vide.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/base.py"/>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <location filename="../../gui/cube.py"/>
        <source>Check that the file exists and opens in QGIS as a raster layer.</source>
        <translation>Vérifiez que le fichier existe et s’ouvre dans QGIS comme couche raster.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Without reference data there is no report.</source>
        <translation>Sans données de référence, il n’y a pas de rapport.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/parameters/training.py"/>
        <location filename="../../algorithms/parameters/report.py"/>
        <source>HTML files (*.html)</source>
        <translation>Fichiers HTML (*.html)</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Neither reference data nor a sample to draw was asked for.</source>
        <translation>Ni données de référence ni échantillon à tirer n’ont été demandés.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Give a reference, or a file for the sample of points to be interpreted.</source>
        <translation>Donnez une référence, ou un fichier pour l’échantillon de points à interpréter.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>{} have no field at all.</source>
        <translation>{} : aucun champ.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>{}: the file cannot be opened: {}</source>
        <translation>{} : le fichier ne peut pas être ouvert : {}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>The pretrained diffusion model whose features describe the surroundings. “bundled” is small, comes with the plugin and needs no network. “adm-imagenet64” is the paper&apos;s: 1.2 GB that are downloaded at first use, or the path of its checkpoint. Otherwise the path of a folder in the format of diffusers, or a model of the Hugging Face hub as owner/name@commit.</source>
        <translation>Le modèle de diffusion préentraîné dont les caractéristiques décrivent les alentours. « bundled » est petit, fourni avec l’extension, et n’a pas besoin de réseau. « adm-imagenet64 » est celui de l’article : 1,2 Go téléchargés à la première utilisation, ou le chemin de son checkpoint. Sinon, le chemin d’un dossier au format diffusers, ou un modèle du Hugging Face Hub sous la forme owner/name@commit.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Sizes at which the network looks at the scene: 1 is full resolution, 2 half of it, and so on; 2, 4 by default.</source>
        <translation>Tailles auxquelles le réseau regarde la scène : 1 est la pleine résolution, 2 la moitié, etc. ; 2, 4 par défaut.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>How many numbers are kept of the network&apos;s activations at each scale: their principal components, the most telling first. The denoised picture is kept whole. Left empty where that is allowed, 4, or 32 where other blocks are chosen.</source>
        <translation>Combien de nombres sont gardés des activations du réseau à chaque échelle : leurs composantes principales, les plus parlantes d’abord. L’image débruitée est gardée entière. Si vide, là où c’est permis, 4, ou 32 si d’autres blocs sont choisis.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Decoder blocks</source>
        <translation>Blocs du décodeur</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Numbers of the network&apos;s decoder blocks to read, such as 5, 8, 11. Low numbers see wide and coarse, high ones near and fine; the number after the last block is the picture of the scene that the network has denoised. By default 2 and that picture, 12, of the bundled one. “Find the best features” tells which suit a scene.</source>
        <translation>Numéros des blocs du décodeur à lire, par exemple 5, 8, 11. Les petits numéros voient large et grossier, les grands proche et fin ; le numéro qui suit le dernier bloc est l’image de la scène que le réseau a débruitée. Par défaut 2 et cette image, 12, du réseau fourni. « Trouver les meilleures caractéristiques » indique lesquels conviennent à une scène.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Timesteps</source>
        <translation>Pas de temps</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>How noisy the network is to take the scene: 0 is clean, 999 nothing but noise; 300 by default. Several may be read, such as 100, 300.</source>
        <translation>À quel point le réseau doit croire la scène bruitée : 0 sans bruit, 999 rien que du bruit ; 300 par défaut. Plusieurs peuvent être lus, par exemple 100, 300.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Composites</source>
        <translation>Compositions colorées</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>The pictures of three colours that the network looks at, out of rgb, cir, swir, pca1 (principal components 1 to 3) and pca2 (4 to 6); pca1, pca2 by default. Each takes its time.</source>
        <translation>Les images à trois couleurs que le réseau regarde, parmi rgb, cir, swir, pca1 (composantes principales 1 à 3) et pca2 (4 à 6) ; pca1, pca2 par défaut. Chacune prend du temps.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Scales</source>
        <translation>Échelles</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Components of each scale</source>
        <translation>Composantes par échelle</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Cancelled; nothing was written.</source>
        <translation>Annulé ; rien n’a été écrit.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Also read data that refer to files outside their own folder or to the network, as virtual rasters may. Only for data that you trust; the options of the plugin hold what is chosen at first.</source>
        <translation>Lire aussi des données qui renvoient à des fichiers hors de leur propre dossier ou au réseau, comme le peuvent les rasters virtuels. Seulement pour des données auxquelles vous faites confiance ; le choix initial se trouve dans les options de l’extension.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Allow data to refer to other folders and the network</source>
        <translation>Autoriser les données à renvoyer à d’autres dossiers et au réseau</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Choose another name for it.</source>
        <translation>Choisissez un autre nom.</translation>
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
        <location filename="../../gui/cube.py"/>
        <source>The image cannot be opened: {}</source>
        <translation>L’image ne peut pas être ouverte : {}</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>{}: the file {} is an input or another output as well.</source>
        <translation>{} : le fichier {} est aussi une entrée ou une autre sortie.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>{}: the folder {} does not exist.</source>
        <translation>{} : le dossier {} n’existe pas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>{}: no file can be written in the folder {}.</source>
        <translation>{} : aucun fichier ne peut être écrit dans le dossier {}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Apply a model to many scenes</source>
        <translation>Appliquer un modèle à de nombreuses scènes</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>hyperspectral,batch,campaign,time series,mosaic,flight lines,parallel,cluster,Dask,predict,classify,land cover</source>
        <translation>hyperspectral,lot,campagne,série temporelle,mosaïque,lignes de vol,parallèle,cluster,Dask,prédire,classifier,occupation du sol</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Maps many hyperspectral images with one model, several at a time.</source>
        <translation>Cartographie de nombreuses images hyperspectrales avec un modèle, plusieurs à la fois.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>&lt;p&gt;Maps many scenes of one sensor with a model that was trained before, several at a time, on all of this computer or on a cluster. Sizes, coordinate systems and no-data values may differ; bands are matched by wavelength.&lt;/p&gt;&lt;p&gt;A scene that cannot be mapped stops none of the others; the summary gives its reason. Run it again with the same folder, and what is complete is left out: after a cancel, a crash, or with new scenes.&lt;/p&gt;&lt;p&gt;The summary, a web page and a table, holds each scene&apos;s class areas, mean confidence and the share of it that looks like nothing the model has learnt from. Assess some of the maps before you rely on all of them.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Cartographie de nombreuses scènes d’un capteur avec un modèle entraîné auparavant, plusieurs à la fois, sur tout l’ordinateur ou sur un cluster. Tailles, systèmes de coordonnées et valeurs sans données peuvent différer ; les bandes sont associées par longueur d’onde.&lt;/p&gt;&lt;p&gt;Une scène qui ne peut pas être cartographiée n’arrête pas les autres ; le résumé en donne la raison. Relancez avec le même dossier, et ce qui est complet est laissé de côté : après une annulation, un plantage, ou avec de nouvelles scènes.&lt;/p&gt;&lt;p&gt;Le résumé, une page web et un tableau, donne pour chaque scène les surfaces des classes, la confiance moyenne et la part qui ne ressemble à rien de ce que le modèle a appris. Évaluez quelques cartes avant de vous fier à toutes.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Cancelled; scenes that were complete stay, and are left out next time.</source>
        <translation>Annulé ; les scènes complètes restent, et seront laissées de côté la prochaine fois.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>The hyperspectral images: layers of the project, or files.</source>
        <translation>Les images hyperspectrales : couches du projet, ou fichiers.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>All rasters in this folder are scenes, and so are the products in its subfolders. Maps that an earlier run has left in it are not.</source>
        <translation>Tous les rasters de ce dossier sont des scènes, de même que les produits de ses sous-dossiers. Les cartes qu’une exécution antérieure y a laissées n’en sont pas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Such as *.tif or flight*/*_refl.bsq; ** stands for folders of any depth. Left empty, all are taken.</source>
        <translation>Par exemple *.tif ou flight*/*_refl.bsq ; ** remplace des dossiers de toute profondeur. Si vide, tous sont pris.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>{name} is the scene&apos;s name, {folder} that of the folder it lies in, {kind} what the raster shows: map, confidence, probabilities, applicability. A / makes folders.</source>
        <translation>{name} est le nom de la scène, {folder} celui du dossier où elle se trouve, {kind} ce que le raster montre : map, confidence, probabilities, applicability. Un / crée des dossiers.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>How many processes map scenes side by side on this computer. Left empty, as many as its cores, graphics cards and free memory allow.</source>
        <translation>Combien de processus cartographient des scènes côte à côte sur cet ordinateur. Si vide, autant que ses cœurs, ses cartes graphiques et sa mémoire libre le permettent.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>The address of a running scheduler, such as tls://host:8786, whose workers are to do the work instead of this computer. They need the backend and the same file system.</source>
        <translation>L’adresse d’un ordonnanceur en marche, par exemple tls://host:8786, dont les workers font le travail au lieu de cet ordinateur. Ils ont besoin du moteur de calcul et du même système de fichiers.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Maps, summary.html and summary.csv are written into it.</source>
        <translation>Les cartes, summary.html et summary.csv y sont écrits.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Scenes</source>
        <translation>Scènes</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Folder of scenes</source>
        <translation>Dossier de scènes</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Only files in the folder that match</source>
        <translation>Seulement les fichiers du dossier qui correspondent à</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Also write confidence</source>
        <translation>Écrire aussi la confiance</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>For each scene, the probability of the chosen class in percent.</source>
        <translation>Pour chaque scène, la probabilité de la classe choisie, en pour cent.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Also write the probabilities of the classes</source>
        <translation>Écrire aussi les probabilités des classes</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>For each scene, one band a class. They take a lot of space.</source>
        <translation>Pour chaque scène, une bande par classe. Elles prennent beaucoup de place.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Also write the area of applicability</source>
        <translation>Écrire aussi le domaine d’applicabilité</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>For each scene, how unlike all training pixels every pixel is.</source>
        <translation>Pour chaque scène, à quel point chaque pixel diffère de tous les pixels d’entraînement.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Map again what is complete</source>
        <translation>Cartographier à nouveau ce qui est complet</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Without this, a scene is left out when its map is there and was made of the same file with the same model and settings.</source>
        <translation>Sans cela, une scène est laissée de côté si sa carte existe et a été faite du même fichier avec le même modèle et les mêmes réglages.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Load all maps into the project</source>
        <translation>Charger toutes les cartes dans le projet</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Shows each finished map as a layer; better not for hundreds of scenes.</source>
        <translation>Affiche chaque carte terminée comme couche ; à éviter pour des centaines de scènes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Names of the rasters</source>
        <translation>Noms des rasters</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Scenes at a time</source>
        <translation>Scènes simultanées</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Dask scheduler</source>
        <translation>Ordonnanceur Dask</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Certificate of the authority</source>
        <translation>Certificat de l’autorité</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Own certificate for the cluster</source>
        <translation>Certificat personnel pour le cluster</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Key of the own certificate</source>
        <translation>Clé du certificat personnel</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>A file in PEM format, for a scheduler whose address begins with tls://.</source>
        <translation>Un fichier au format PEM, pour un ordonnanceur dont l’adresse commence par tls://.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Folder for the maps</source>
        <translation>Dossier des cartes</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Table of all scenes</source>
        <translation>Tableau de toutes les scènes</translation>
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
        <source>Scenes that were complete</source>
        <translation>Scènes déjà complètes</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Scenes that failed</source>
        <translation>Scènes en échec</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>There are no scenes.</source>
        <translation>Il n’y a pas de scènes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Choose some layers or files, or a folder.</source>
        <translation>Choisissez des couches ou des fichiers, ou un dossier.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Choose another one.</source>
        <translation>Choisissez-en un autre.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Not one of the scenes could be mapped.</source>
        <translation>Aucune des scènes n’a pu être cartographiée.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>There is no folder {}.</source>
        <translation>Il n’y a pas de dossier {}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Their reasons are in the log above and in {}.</source>
        <translation>Les raisons sont dans le journal ci-dessus et dans {}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>Classify HSI with GeoDiffNet-F</source>
        <translation>Classifier une image HSI avec GeoDiffNet-F</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>hyperspectral,imaging spectroscopy,land cover,supervised,machine learning,deep learning,diffusion,linear discriminant analysis,random forest,support vector machine,training</source>
        <translation>hyperspectral,spectroscopie imageante,occupation du sol,supervisé,apprentissage automatique,apprentissage profond,diffusion,analyse discriminante linéaire,forêt aléatoire,machine à vecteurs de support,entraînement</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>Turns a hyperspectral image and drawn examples into a class map.</source>
        <translation>Transforme une image hyperspectrale et des exemples dessinés en une carte de classes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>&lt;p&gt;Turns a hyperspectral image and the examples that you have drawn on it into a georeferenced map of classes.&lt;/p&gt;&lt;p&gt;GeoDiffNet-F combines the spectrum of each pixel with spatial features, computed by a diffusion model that was pretrained on natural images. The map comes with your class names and, where the layer of examples is styled by category, with your colours.&lt;/p&gt;&lt;p&gt;A few polygons a class are enough to begin with: classify, look where the map is wrong or unsure, draw there, classify again. The accuracies come from cross-validation in which no polygon is used for training and testing at once.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Transforme une image hyperspectrale et les exemples que vous y avez dessinés en une carte de classes géoréférencée.&lt;/p&gt;&lt;p&gt;GeoDiffNet-F combine le spectre de chaque pixel avec des caractéristiques spatiales, calculées par un modèle de diffusion préentraîné sur des images naturelles. La carte porte vos noms de classes et, si la couche d’exemples a un style catégorisé, vos couleurs.&lt;/p&gt;&lt;p&gt;Quelques polygones par classe suffisent pour commencer : classifiez, regardez où la carte est fausse ou incertaine, dessinez là, classifiez à nouveau. Les exactitudes proviennent d’une validation croisée où aucun polygone ne sert à la fois à l’entraînement et au test.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>The trained model, to apply it to other scenes of the same sensor.</source>
        <translation>Le modèle entraîné, pour l’appliquer à d’autres scènes du même capteur.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Compare methods</source>
        <translation>Comparer les méthodes</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>hyperspectral,machine learning,benchmark,linear discriminant analysis,random forest,support vector machine,deep learning,diffusion,cross-validation,accuracy,model selection</source>
        <translation>hyperspectral,apprentissage automatique,comparaison,analyse discriminante linéaire,forêt aléatoire,machine à vecteurs de support,apprentissage profond,diffusion,validation croisée,exactitude,choix de modèle</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Tries every method on your examples and tells which one to take.</source>
        <translation>Essaie toutes les méthodes sur vos exemples et indique laquelle prendre.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>&lt;p&gt;Tries every method on an image and the examples that you have drawn on it, and tells which one to take: accuracies with their intervals, class by class, and the maps next to each other.&lt;/p&gt;&lt;p&gt;All methods learn from and are tested on the same parts of the examples; no polygon is used for training and testing at once. Where the examples cannot tell two methods apart, the simpler one is taken.&lt;/p&gt;&lt;p&gt;Nothing is kept but the report: classify with the method it names.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Essaie toutes les méthodes sur une image et les exemples que vous y avez dessinés, et indique laquelle prendre : exactitudes avec leurs intervalles, classe par classe, et cartes côte à côte.&lt;/p&gt;&lt;p&gt;Toutes les méthodes apprennent des mêmes parties des exemples et sont testées sur les mêmes ; aucun polygone ne sert à la fois à l’entraînement et au test. Quand les exemples ne peuvent départager deux méthodes, la plus simple est prise.&lt;/p&gt;&lt;p&gt;Rien n’est gardé hormis le rapport : classifiez avec la méthode qu’il nomme.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Which methods to compare. geodiffnet-f combines the spectrum with spatial features from a diffusion model; geodiffnet uses these features only; geospecnet (neural network), lda (linear discriminant), rf (random forest) and svm (support vector machine) use the spectrum only.</source>
        <translation>Les méthodes à comparer. geodiffnet-f combine le spectre avec des caractéristiques spatiales d’un modèle de diffusion ; geodiffnet utilise seulement ces caractéristiques ; geospecnet (réseau de neurones), lda (analyse discriminante linéaire), rf (forêt aléatoire) et svm (machine à vecteurs de support) utilisent seulement le spectre.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <location filename="../../algorithms/tune.py"/>
        <source>Where chance starts from. The same inputs with the same seed give the same figures; another seed shows how much of a difference is luck.</source>
        <translation>Point de départ du hasard. Les mêmes entrées avec la même graine donnent les mêmes chiffres ; une autre graine montre quelle part d’une différence est due à la chance.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>A web page with all figures, each class&apos;s accuracy and the maps next to each other; the numbers go beside it as JSON.</source>
        <translation>Une page web avec tous les chiffres, l’exactitude de chaque classe et les cartes côte à côte ; les chiffres sont écrits à côté en JSON.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Methods</source>
        <translation>Méthodes</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>The method to take</source>
        <translation>Méthode à prendre</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Compute diffusion features</source>
        <translation>Calculer les caractéristiques de diffusion</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <location filename="../../algorithms/tune.py"/>
        <source>Diffusion features</source>
        <translation>Caractéristiques de diffusion</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>hyperspectral,embedding,texture,context,deep features,diffusion,UNet,activations,dimensionality reduction</source>
        <translation>hyperspectral,plongement,texture,contexte,caractéristiques profondes,diffusion,UNet,activations,réduction de dimension</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Writes what a diffusion network sees around each pixel of an image.</source>
        <translation>Écrit ce qu’un réseau de diffusion voit autour de chaque pixel d’une image.</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>&lt;p&gt;Writes what a diffusion model pretrained on natural images sees around each pixel of a hyperspectral image: a raster with one named band for each feature, on the grid of the image. Use them in other programs, for segmentation, clustering or a model of your own.&lt;/p&gt;&lt;p&gt;To classify, this is not needed: &lt;i&gt;Classify HSI with GeoDiffNet-F&lt;/i&gt; computes the same features itself, and both keep them for the next run.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Écrit ce qu’un modèle de diffusion préentraîné sur des images naturelles voit autour de chaque pixel d’une image hyperspectrale : un raster avec une bande nommée par caractéristique, sur la grille de l’image. Utilisez-le dans d’autres logiciels, pour la segmentation, le regroupement ou un modèle à vous.&lt;/p&gt;&lt;p&gt;Pour classifier, ce n’est pas nécessaire : &lt;i&gt;Classifier une image HSI avec GeoDiffNet-F&lt;/i&gt; calcule lui-même ces caractéristiques, et tous deux les gardent pour l’exécution suivante.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>A GeoTIFF with one band a feature. The first bands, of each scale, are the most telling; the last ones are plain averages of the colours around the pixel. −9999 is where the image has no data.</source>
        <translation>Un GeoTIFF avec une bande par caractéristique. Les premières bandes de chaque échelle sont les plus parlantes ; les dernières sont de simples moyennes des couleurs autour du pixel. −9999 là où l’image n’a pas de données.</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Features</source>
        <translation>Caractéristiques</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Number of features</source>
        <translation>Nombre de caractéristiques</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Polygons, points or lines drawn on places whose class is known, in any coordinate system: at least two classes with three pixels each, better five to ten small polygons a class, spread over the scene. Selection, filters, joins and temporary layers count as you see them.</source>
        <translation>Polygones, points ou lignes dessinés là où la classe est connue, dans un système de coordonnées quelconque : au moins deux classes de trois pixels chacune, mieux cinq à dix petits polygones par classe, répartis sur la scène. Sélection, filtres, jointures et couches temporaires comptent tels que vous les voyez.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>The field that says which class an example shows: a name or a whole number. Examples without a value are left out.</source>
        <translation>Le champ qui dit quelle classe un exemple montre : un nom ou un nombre entier. Les exemples sans valeur sont ignorés.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>A raster whose first band holds a whole number for each class where the class is known, and 0 or no data elsewhere. Pixels of one class that touch count as one example. Names and colours come from its style or its file.</source>
        <translation>Un raster dont la première bande contient un nombre entier par classe là où la classe est connue, et 0 ou aucune donnée ailleurs. Les pixels d’une classe qui se touchent comptent pour un exemple. Noms et couleurs viennent de son style ou de son fichier.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <location filename="../../algorithms/suggest.py"/>
        <source>Labelled examples</source>
        <translation>Exemples étiquetés</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Raster of labels, instead of drawn examples</source>
        <translation>Raster d’étiquettes, au lieu d’exemples dessinés</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Both drawn examples and a raster of labels were given.</source>
        <translation>Des exemples dessinés et un raster d’étiquettes ont été donnés à la fois.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>There are no labels to learn from.</source>
        <translation>Il n’y a pas d’étiquettes dont apprendre.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Choose a layer of labelled examples, or a raster of labels.</source>
        <translation>Choisissez une couche d’exemples étiquetés, ou un raster d’étiquettes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>The raster of labels cannot be opened: {}</source>
        <translation>Le raster d’étiquettes ne peut pas être ouvert : {}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>centre: those whose centre it holds; touched: all that it touches; coverage: those of which it covers the share below. One too small for any labels the pixel it lies in.</source>
        <translation>centre : ceux dont il contient le centre ; touched : tous ceux qu’il touche ; coverage : ceux dont il couvre la part indiquée ci-dessous. Un polygone trop petit pour tous étiquette le pixel où il se trouve.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>geodiffnet-f combines the spectrum with spatial features from a diffusion model and suits most scenes; geodiffnet uses these features only; geospecnet (neural network), lda (linear discriminant), rf (random forest) and svm (support vector machine) use the spectrum only. lda is fitted in milliseconds. auto blends all methods by weights from cross-validation and takes longest.</source>
        <translation>geodiffnet-f combine le spectre avec des caractéristiques spatiales d’un modèle de diffusion et convient à la plupart des scènes ; geodiffnet utilise seulement ces caractéristiques ; geospecnet (réseau de neurones), lda (analyse discriminante linéaire), rf (forêt aléatoire) et svm (machine à vecteurs de support) utilisent seulement le spectre. lda est ajustée en quelques millisecondes. auto combine toutes les méthodes avec des poids issus de la validation croisée et prend le plus de temps.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>For the method lda only: fit it to the spectrum and the diffusion features. They are computed once for a scene and kept, as for geodiffnet-f; without them lda needs no diffusion model.</source>
        <translation>Pour la méthode lda seulement : l’ajuster au spectre et aux caractéristiques de diffusion. Celles-ci sont calculées une fois par scène et conservées, comme pour geodiffnet-f ; sans elles, lda n’a pas besoin de modèle de diffusion.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>paper reads one composite and one decoder block and trains plain networks, as was published, for comparison; default does better.</source>
        <translation>paper lit une composition colorée et un bloc du décodeur et entraîne des réseaux simples, tel que publié, pour comparaison ; default fait mieux.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Where chance starts from. The same inputs with the same seed give the same map; another seed shows how much of it is luck.</source>
        <translation>Point de départ du hasard. Les mêmes entrées avec la même graine donnent la même carte ; une autre graine montre quelle part en est due à la chance.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>A web page with the accuracies, the confusion matrix, the weights of the base classifiers, the input data and the settings.</source>
        <translation>Une page web avec les exactitudes, la matrice de confusion, les poids des classificateurs de base, les données d’entrée et les paramètres.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Pixels that a polygon labels</source>
        <translation>Pixels qu’un polygone étiquette</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Smallest share that a polygon must cover</source>
        <translation>Plus petite part qu’un polygone doit couvrir</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>For the rule coverage: from above 0 to 1, a pixel covered as a whole.</source>
        <translation>Pour la règle coverage : d’au-dessus de 0 à 1, un pixel couvert en entier.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Radius of points (pixels)</source>
        <translation>Rayon des points (pixels)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>A point labels the pixel it lies in and those whose centre is within this radius.</source>
        <translation>Un point étiquette le pixel où il se trouve et ceux dont le centre est dans ce rayon.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Width of lines (pixels)</source>
        <translation>Largeur des lignes (pixels)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>A line of width 0 labels the pixels it touches, a wider one those whose centre it holds.</source>
        <translation>Une ligne de largeur 0 étiquette les pixels qu’elle touche, une plus large ceux dont elle contient le centre.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Overall accuracy (cross-validation by polygons)</source>
        <translation>Exactitude globale (validation croisée par polygones)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Average accuracy of the classes (cross-validation)</source>
        <translation>Exactitude moyenne des classes (validation croisée)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Kappa (cross-validation)</source>
        <translation>Kappa (validation croisée)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <location filename="../../algorithms/tune.py"/>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Let lda use diffusion features</source>
        <translation>Utiliser les caractéristiques de diffusion avec lda</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>The map as a GeoTIFF on the grid of the image; class names and colours stand in the file. 0 is where the image has no data.</source>
        <translation>La carte en GeoTIFF sur la grille de l’image ; noms et couleurs des classes sont dans le fichier. 0 là où l’image n’a pas de données.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with the probability of the chosen class in percent. Where it is low, more examples help most.</source>
        <translation>Un GeoTIFF avec la probabilité de la classe choisie, en pour cent. Là où elle est basse, de nouveaux exemples aident le plus.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with one band a class: the probability of that class, 0 to 1.</source>
        <translation>Un GeoTIFF avec une bande par classe : la probabilité de cette classe, de 0 à 1.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF that tells how unlike all training pixels a pixel is. Above 1 it looks like nothing the model has learnt from, and the accuracies do not speak of it.</source>
        <translation>Un GeoTIFF qui indique à quel point un pixel diffère de tous les pixels d’entraînement. Au-dessus de 1, il ne ressemble à rien de ce que le modèle a appris, et les exactitudes n’en disent rien.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <location filename="../../gui/map_section.py"/>
        <source>Confidence</source>
        <translation>Confiance</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Probabilities of the classes</source>
        <translation>Probabilités des classes</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Area of applicability</source>
        <translation>Domaine d’applicabilité</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Share of the scene outside the area of applicability</source>
        <translation>Part de la scène hors du domaine d’applicabilité</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/more_scenes.py"/>
        <source>Images of the same sensor on which examples lie as well; the one layer of examples serves all. Bands are matched by wavelength to the first image. Whole scenes are then held out for the accuracies, where each class lies in two of them.</source>
        <translation>Images du même capteur sur lesquelles se trouvent aussi des exemples ; l’unique couche d’exemples sert à toutes. Les bandes sont associées par longueur d’onde à la première image. Pour les exactitudes, des scènes entières sont alors mises de côté, si chaque classe se trouve dans deux d’entre elles.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/more_scenes.py"/>
        <source>Further scenes with labels</source>
        <translation>Autres scènes avec étiquettes</translation>
    </message>
    <message>
        <location filename="../../algorithms/provider.py"/>
        <source>GeoDiffNet: hyperspectral classification</source>
        <translation>GeoDiffNet : classification hyperspectrale</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>The scene, as reflectance, with at least three bands. Wavelengths and bad bands are read from its metadata where there are any. Every format and subdataset that QGIS opens as a raster layer will do, and the metadata file or folder of an EnMAP, PRISMA, DESIS or EMIT product.</source>
        <translation>La scène, en réflectance, avec au moins trois bandes. Longueurs d’onde et mauvaises bandes sont lues dans ses métadonnées s’il y en a. Tout format et sous-jeu de données que QGIS ouvre comme couche raster convient, de même que le fichier de métadonnées ou le dossier d’un produit EnMAP, PRISMA, DESIS ou EMIT.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Where to compute: auto takes a graphics card where there is a suitable one; cpu the processor; cuda an NVIDIA card; mps the graphics of an Apple computer.</source>
        <translation>Où calculer : auto prend une carte graphique s’il y en a une qui convient ; cpu le processeur ; cuda une carte NVIDIA ; mps le processeur graphique d’un ordinateur Apple.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>How much memory the computation may use, roughly. Left empty it is chosen by what is free; set less when the computation was stopped for lack of memory.</source>
        <translation>Combien de mémoire le calcul peut utiliser, à peu près. Si vide, selon ce qui est libre ; indiquez moins si le calcul a été arrêté par manque de mémoire.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Bands in the windows of water vapour (1340–1460, 1790–1960 and above 2450 nm) and bands whose values hardly differ. The log names them.</source>
        <translation>Bandes dans les fenêtres de la vapeur d’eau (1340–1460, 1790–1960 et au-delà de 2450 nm) et bandes dont les valeurs diffèrent à peine. Le journal les nomme.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Hyperspectral image</source>
        <translation>Image hyperspectrale</translation>
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
        <source>Bands to leave out</source>
        <translation>Bandes à ignorer</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Numbers and ranges, such as 1-5, 130-135, besides the bands that the image itself marks as bad or that are empty.</source>
        <translation>Numéros et plages, par exemple 1-5, 130-135, en plus des bandes que l’image elle-même signale comme mauvaises ou qui sont vides.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Bands for red, green and blue</source>
        <translation>Bandes pour rouge, vert et bleu</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Three band numbers, such as 30, 20, 10, for an image without wavelengths; otherwise they are found by wavelength.</source>
        <translation>Trois numéros de bandes, par exemple 30, 20, 10, pour une image sans longueurs d’onde ; sinon elles sont trouvées par longueur d’onde.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Also leave out bands without signal</source>
        <translation>Ignorer aussi les bandes sans signal</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Choose the hyperspectral scene itself rather than a map or a band of it.</source>
        <translation>Choisissez la scène hyperspectrale elle-même plutôt qu’une carte ou une de ses bandes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>The image {} has too few bands ({}); at least {} are needed.</source>
        <translation>L’image {} a trop peu de bandes ({}) ; il en faut au moins {}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Set up the backend</source>
        <translation>Installer le moteur de calcul</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Set-up</source>
        <translation>Installation</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>install,installation,environment,python,pip,torch,pytorch,cuda,gpu,dependencies,upgrade,repair,verify,uninstall,offline,wheels</source>
        <translation>installer,installation,environnement,python,pip,torch,pytorch,cuda,gpu,dépendances,mettre à niveau,réparer,vérifier,désinstaller,hors ligne,wheels</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Makes, checks, repairs or removes the Python environment that computes.</source>
        <translation>Crée, vérifie, répare ou supprime l’environnement Python qui calcule.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>&lt;p&gt;GeoDiffNet computes in a Python environment of its own, apart from QGIS&apos;s. This makes it in your QGIS profile: no administrator is needed, and nothing else on the computer changes.&lt;/p&gt;&lt;p&gt;Every file is checked against the one that was tested. A set-up that is cancelled or breaks off leaves what was there before; the next one goes on with what is already downloaded. In the end a self-test runs.&lt;/p&gt;&lt;p&gt;The same can be done under &lt;i&gt;Settings ▸ Options ▸ GeoDiffNet&lt;/i&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;GeoDiffNet calcule dans un environnement Python à lui, séparé de celui de QGIS. Ceci le crée dans votre profil QGIS : aucun droit d’administrateur n’est nécessaire, et rien d’autre ne change sur l’ordinateur.&lt;/p&gt;&lt;p&gt;Chaque fichier est comparé à celui qui a été testé. Une installation annulée ou interrompue laisse ce qui était là avant ; la suivante reprend avec ce qui est déjà téléchargé. À la fin, un autotest est exécuté.&lt;/p&gt;&lt;p&gt;La même chose peut se faire sous &lt;i&gt;Préférences ▸ Options ▸ GeoDiffNet&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>setup: make the environment, or upgrade it after an upgrade of the plugin. verify: run the self-test. repair: make it anew. download: only fill a folder of wheels, for computers without a network. use: use a Python of your own. remove: delete the environment.</source>
        <translation>setup : créer l’environnement, ou le mettre à niveau après une mise à niveau de l’extension. verify : exécuter l’autotest. repair : le refaire. download : seulement remplir un dossier de wheels, pour des ordinateurs sans réseau. use : utiliser votre propre Python. remove : supprimer l’environnement.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>auto takes the build for NVIDIA graphics cards (CUDA, a download of about 3 GB) where a driver that is new enough answers, and the small one for the CPU otherwise (about 0.4 GB). Macs have one build, which uses Apple&apos;s GPU.</source>
        <translation>auto prend la version pour cartes graphiques NVIDIA (CUDA, un téléchargement d’environ 3 Go) si un pilote assez récent répond, et sinon la petite pour le CPU (environ 0,4 Go). Les Mac ont une seule version, qui utilise le GPU d’Apple.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Install from this folder, without a network; with the action “download”, the folder to fill. It must hold the tested files, for this system and Python.</source>
        <translation>Installer depuis ce dossier, sans réseau ; avec l’action « download », le dossier à remplir. Il doit contenir les fichiers testés, pour ce système et ce Python.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>The Python to make the environment with, if not the one that is found (QGIS&apos;s own on Windows, the system&apos;s python3 on Linux). With the action “use”, the interpreter of an environment of your own that has all packages; empty to use the profile&apos;s environment again.</source>
        <translation>Le Python avec lequel créer l’environnement, si ce n’est celui qui est trouvé (celui de QGIS sous Windows, python3 du système sous Linux). Avec l’action « use », l’interpréteur d’un environnement à vous qui a tous les paquets ; vide pour utiliser de nouveau l’environnement du profil.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Build of PyTorch</source>
        <translation>Version de PyTorch</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Folder of wheels</source>
        <translation>Dossier de wheels</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Folder of the environment</source>
        <translation>Dossier de l’environnement</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Seconds of the self-test</source>
        <translation>Secondes de l’autotest</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../bridge/setup/actions.py"/>
        <source>There is no folder to download to.</source>
        <translation>Il n’y a pas de dossier où télécharger.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Choose one under “Folder of wheels”.</source>
        <translation>Choisissez-en un sous « Dossier de wheels ».</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Cancelled; what was there before is as it was.</source>
        <translation>Annulé ; ce qui était là avant est inchangé.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Field with the class</source>
        <translation>Champ de la classe</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Check that the file exists and opens in QGIS as a vector layer.</source>
        <translation>Vérifiez que le fichier existe et s’ouvre dans QGIS comme couche vecteur.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Choose a layer of polygons, points or lines drawn on the image.</source>
        <translation>Choisissez une couche de polygones, de points ou de lignes dessinés sur l’image.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Draw some, or, where “selected features only” is ticked, select some or untick it.</source>
        <translation>Dessinez-en ou, si « Entité(s) sélectionnée(s) uniquement » est coché, sélectionnez-en ou décochez la case.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{} cannot be opened: {}</source>
        <translation>{} : ouverture impossible : {}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: {} is a table without shapes.</source>
        <translation>{} : {} est une table sans géométrie.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{} have no field “{}”.</source>
        <translation>{} : aucun champ « {} ».</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Choose one of their fields: {}.</source>
        <translation>Choisissez un de ses champs : {}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>there is none</source>
        <translation>il n’y en a pas</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{} have no coordinate system; the image&apos;s is taken.</source>
        <translation>{} : aucun système de coordonnées ; celui de l’image est pris.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: there are none.</source>
        <translation>{} : il n’y en a pas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: {} had crossing edges; repaired.</source>
        <translation>{} : {} avaient des arêtes qui se croisent ; réparé.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Suggest where to label next</source>
        <translation>Suggérer où étiqueter ensuite</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Labelling</source>
        <translation>Étiquetage</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>hyperspectral,active learning,training,examples,sampling,uncertainty,novelty</source>
        <translation>hyperspectral,apprentissage actif,entraînement,exemples,échantillonnage,incertitude,nouveauté</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Finds the places whose class would teach a model most.</source>
        <translation>Trouve les lieux dont la classe apprendrait le plus à un modèle.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>&lt;p&gt;Finds places in a scene whose class would teach a model most: where it wavers between classes, what looks unlike anything it has learnt from, and never many of the same kind.&lt;/p&gt;&lt;p&gt;The result is a layer to be filled in: look at each place, write its class into the field, correct or enlarge the shape, and delete what you cannot tell. Then add the places to your examples and classify again.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Trouve dans une scène les lieux dont la classe apprendrait le plus à un modèle : là où il hésite entre classes, ce qui ne ressemble à rien de ce qu’il a appris, et jamais beaucoup du même genre.&lt;/p&gt;&lt;p&gt;Le résultat est une couche à remplir : regardez chaque lieu, écrivez sa classe dans le champ, corrigez ou agrandissez la forme, et supprimez ce que vous ne pouvez pas identifier. Ajoutez ensuite les lieux à vos exemples et classifiez à nouveau.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>The examples that the model has learnt from. With them, places that look like one of them come last, and none lies on one.</source>
        <translation>Les exemples dont le modèle a appris. Avec eux, les lieux qui ressemblent à l’un d’eux viennent en dernier, et aucun ne se trouve sur l’un d’eux.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>The field of the examples that holds their class. The suggested places get an empty field of that name.</source>
        <translation>Le champ des exemples qui contient leur classe. Les lieux suggérés reçoivent un champ vide de ce nom.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>How many places to suggest; the most telling one has the number 1.</source>
        <translation>Combien de lieux suggérer ; le plus instructif porte le numéro 1.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>polygon: the outline of the pixel, ready to be enlarged; point: its middle.</source>
        <translation>polygon : le contour du pixel, prêt à être agrandi ; point : son milieu.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Within this distance a second place is hardly worth the way. Left empty it is chosen by the size of the scene and the number of places.</source>
        <translation>À moins de cette distance, un second lieu ne vaut guère le détour. Si vide, elle dépend de la taille de la scène et du nombre de lieux.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Where chance starts from: the same inputs with the same seed, same places.</source>
        <translation>Point de départ du hasard : mêmes entrées avec la même graine, mêmes lieux.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>A GeoPackage of the places: their number, an empty field for the class, the two likeliest classes, the confidence in percent and why the place was chosen.</source>
        <translation>Un GeoPackage des lieux : leur numéro, un champ vide pour la classe, les deux classes les plus probables, la confiance en pour cent et la raison du choix.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Number of places</source>
        <translation>Nombre de lieux</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Shape of the places</source>
        <translation>Forme des lieux</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Distance between places (pixels)</source>
        <translation>Distance entre les lieux (pixels)</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Suggested places</source>
        <translation>Lieux suggérés</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Number of suggested places</source>
        <translation>Nombre de lieux suggérés</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>Train a model</source>
        <translation>Entraîner un modèle</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>hyperspectral,imaging spectroscopy,supervised,machine learning,deep learning,diffusion,linear discriminant analysis,random forest,support vector machine,fit,accuracy</source>
        <translation>hyperspectral,spectroscopie imageante,supervisé,apprentissage automatique,apprentissage profond,diffusion,analyse discriminante linéaire,forêt aléatoire,machine à vecteurs de support,ajuster,exactitude</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>Learns classes from drawn examples and keeps the model for other scenes.</source>
        <translation>Apprend des classes à partir d’exemples dessinés et garde le modèle pour d’autres scènes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>&lt;p&gt;Learns to tell classes apart from the examples that you have drawn on a hyperspectral image, tells how well that works, and keeps the model in a file.&lt;/p&gt;&lt;p&gt;Nothing is mapped. &lt;i&gt;Apply a model&lt;/i&gt; maps this scene, or others of the same sensor, with the file; &lt;i&gt;Classify HSI with GeoDiffNet-F&lt;/i&gt; does both at once.&lt;/p&gt;&lt;p&gt;The accuracies come from cross-validation in which no polygon is used for training and testing at once.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Apprend à distinguer des classes à partir des exemples que vous avez dessinés sur une image hyperspectrale, indique à quel point cela réussit, et garde le modèle dans un fichier.&lt;/p&gt;&lt;p&gt;Rien n’est cartographié. &lt;i&gt;Appliquer un modèle&lt;/i&gt; cartographie cette scène, ou d’autres du même capteur, avec le fichier ; &lt;i&gt;Classifier une image HSI avec GeoDiffNet-F&lt;/i&gt; fait les deux à la fois.&lt;/p&gt;&lt;p&gt;Les exactitudes proviennent d’une validation croisée où aucun polygone ne sert à la fois à l’entraînement et au test.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>The file to keep the trained model in (.safetensors): all that is needed to map other scenes, on this or another computer. It holds no program code.</source>
        <translation>Le fichier où garder le modèle entraîné (.safetensors) : tout ce qu’il faut pour cartographier d’autres scènes, sur cet ordinateur ou un autre. Il ne contient aucun code de programme.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Make a training layer</source>
        <translation>Créer une couche d’entraînement</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>hyperspectral,training,examples,polygons,digitise,draw,classes,labels,GeoPackage</source>
        <translation>hyperspectral,entraînement,exemples,polygones,numériser,dessiner,classes,étiquettes,GeoPackage</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Makes an empty layer to draw examples of your classes in.</source>
        <translation>Crée une couche vide où dessiner des exemples de vos classes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>&lt;p&gt;Makes an empty layer of polygons in which you draw examples of your classes, in the coordinate system of the scene.&lt;/p&gt;&lt;p&gt;Each class has its colour, and the form that QGIS opens for a new polygon offers the classes as a list. Names and colours are kept in the GeoPackage itself, and the class map takes them over.&lt;/p&gt;&lt;p&gt;The panel &lt;i&gt;GeoDiffNet labelling&lt;/i&gt; makes such a layer, too, and helps to draw in it.&lt;/p&gt;&lt;p&gt;Example of a class list: &lt;code&gt;water=#2f7fd1, tree, roof=#d1453b&lt;/code&gt;&lt;/p&gt;</source>
        <translation>&lt;p&gt;Crée une couche de polygones vide où vous dessinez des exemples de vos classes, dans le système de coordonnées de la scène.&lt;/p&gt;&lt;p&gt;Chaque classe a sa couleur, et le formulaire que QGIS ouvre pour un nouveau polygone propose les classes dans une liste. Noms et couleurs sont gardés dans le GeoPackage lui-même, et la carte de classes les reprend.&lt;/p&gt;&lt;p&gt;Le panneau &lt;i&gt;Étiquetage GeoDiffNet&lt;/i&gt; crée aussi une telle couche, et aide à y dessiner.&lt;/p&gt;&lt;p&gt;Exemple d’une liste de classes : &lt;code&gt;eau=#2f7fd1, arbre, toit=#d1453b&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>The scene to draw on; the new layer gets its coordinate system.</source>
        <translation>La scène sur laquelle dessiner ; la nouvelle couche reçoit son système de coordonnées.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>The classes, one a line or separated by commas, each as its name or as name=#rrggbb. Classes without a colour get one; more can be added later.</source>
        <translation>Les classes, une par ligne ou séparées par des virgules, chacune par son nom ou sous la forme nom=#rrggbb. Les classes sans couleur en reçoivent une ; d’autres peuvent être ajoutées plus tard.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>The GeoPackage to make, with a text field “class”. A file that holds features already is never overwritten.</source>
        <translation>Le GeoPackage à créer, avec un champ de texte « class ». Un fichier qui contient déjà des entités n’est jamais écrasé.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Classes</source>
        <translation>Classes</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Training polygons</source>
        <translation>Polygones d’entraînement</translation>
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
        <source>Find the best features</source>
        <translation>Trouver les meilleures caractéristiques</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>hyperspectral,hyperparameters,grid search,tuning,decoder block,timestep,composite,diffusion,cross-validation,clusters</source>
        <translation>hyperspectral,hyperparamètres,recherche par grille,réglage,bloc du décodeur,pas de temps,composition colorée,diffusion,validation croisée,groupes</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Tells which block, timestep and composite of a network suit a scene.</source>
        <translation>Indique quel bloc, quel pas de temps et quelle composition d’un réseau conviennent à une scène.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>&lt;p&gt;Tries blocks and timesteps of the diffusion network, and pictures of the scene for it to look at, and tells which ones tell your classes apart best: a report with the accuracy of every setting, and what each sees of the scene without any label.&lt;/p&gt;&lt;p&gt;All settings are tested on the same parts of the examples; no polygon is used for training and testing at once. What is read by default, several blocks of several composites at once, is tried as well: often it is better than any single one.&lt;/p&gt;&lt;p&gt;The best setting can be given to &lt;i&gt;Classify HSI with GeoDiffNet-F&lt;/i&gt; and &lt;i&gt;Train a model&lt;/i&gt;, among the advanced parameters.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Essaie des blocs et des pas de temps du réseau de diffusion, et des images de la scène à lui faire regarder, et indique lesquels distinguent le mieux vos classes : un rapport avec l’exactitude de chaque réglage, et ce que chacun voit de la scène sans aucune étiquette.&lt;/p&gt;&lt;p&gt;Tous les réglages sont testés sur les mêmes parties des exemples ; aucun polygone ne sert à la fois à l’entraînement et au test. Ce qui est lu par défaut, plusieurs blocs de plusieurs compositions à la fois, est essayé aussi : souvent, c’est mieux que chacun isolément.&lt;/p&gt;&lt;p&gt;Le meilleur réglage peut être donné à &lt;i&gt;Classifier une image HSI avec GeoDiffNet-F&lt;/i&gt; et à &lt;i&gt;Entraîner un modèle&lt;/i&gt;, parmi les paramètres avancés.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>A web page with a heat map of all settings, and clusters of what each sees beside the composites; the numbers go beside it as JSON.</source>
        <translation>Une page web avec une carte de chaleur de tous les réglages, et des groupes de ce que chacun voit à côté des compositions ; les chiffres sont écrits à côté en JSON.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>What learns from the features: geodiffnet sees nothing but them, so that they are compared; geodiffnet-f sees the spectrum as well, so that only what they add to it counts.</source>
        <translation>Ce qui apprend des caractéristiques : geodiffnet ne voit qu’elles, de sorte qu’elles sont comparées ; geodiffnet-f voit aussi le spectre, de sorte que seul compte ce qu’elles y ajoutent.</translation>
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
        <location filename="../../algorithms/tune.py"/>
        <source>Decoder blocks to try</source>
        <translation>Blocs du décodeur à essayer</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Numbers such as 2, 5, 8, 11. Low ones see wide and coarse, high ones near and fine; the number after the last block is the picture that the network has denoised. Left empty, some spread over the network are tried.</source>
        <translation>Numéros comme 2, 5, 8, 11. Les petits voient large et grossier, les grands proche et fin ; le numéro qui suit le dernier bloc est l’image que le réseau a débruitée. Si vide, quelques-uns répartis sur le réseau sont essayés.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Timesteps to try</source>
        <translation>Pas de temps à essayer</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>How noisy the network is to take the scene: numbers from 0, clean, to 999, nothing but noise. Left empty, 50, 150 and 300 are tried.</source>
        <translation>À quel point le réseau doit croire la scène bruitée : nombres de 0, sans bruit, à 999, rien que du bruit. Si vide, 50, 150 et 300 sont essayés.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Composites to try</source>
        <translation>Compositions à essayer</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Pictures of the scene out of rgb, cir, swir, pca1 (principal components 1 to 3) and pca2 (4 to 6); with + between them, such as rgb+pca1, they are read together. Left empty, pca1+pca2 and rgb are tried.</source>
        <translation>Images de la scène parmi rgb, cir, swir, pca1 (composantes principales 1 à 3) et pca2 (4 à 6) ; avec + entre elles, comme rgb+pca1, elles sont lues ensemble. Si vide, pca1+pca2 et rgb sont essayées.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>Write a name before the colour, such as water=#2f7fd1.</source>
        <translation>Écrivez un nom devant la couleur, par exemple eau=#2f7fd1.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>Write it as #rrggbb, such as water=#2f7fd1, or leave it away.</source>
        <translation>Écrivez-la sous la forme #rrggbb, par exemple eau=#2f7fd1, ou omettez-la.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>Name each class once.</source>
        <translation>Nommez chaque classe une seule fois.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>A class has no name: {}</source>
        <translation>Une classe n’a pas de nom : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>The class {} has no colour that can be read: {}</source>
        <translation>La classe {} n’a pas de couleur lisible : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>The class {} is in the list twice.</source>
        <translation>La classe {} est deux fois dans la liste.</translation>
    </message>
    <message>
        <location filename="../../bridge/labels.py"/>
        <location filename="../../gui/composites.py"/>
        <source>Check that the disk of the temporary folder has space left.</source>
        <translation>Vérifiez qu’il reste de la place sur le disque du dossier temporaire.</translation>
    </message>
    <message>
        <location filename="../../bridge/labels.py"/>
        <source>The labels could not be written to {}: {}</source>
        <translation>Les étiquettes n’ont pas pu être écrites dans {} : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>signal {}</source>
        <translation>signal {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>exit status {}</source>
        <translation>code de sortie {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>about {} h left</source>
        <translation>encore {} h environ</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>Log of the backend: {}</source>
        <translation>Journal du moteur de calcul : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>The system stopped the computation, probably because it ran out of memory.</source>
        <translation>Le système a arrêté le calcul, sans doute par manque de mémoire.</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>about {} s left</source>
        <translation>encore {} s environ</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>about {} min left</source>
        <translation>encore {} min environ</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>The computation stopped unexpectedly ({}{}).</source>
        <translation>Le calcul s’est arrêté de façon inattendue ({}{}).</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>Please report this, with the log: {}</source>
        <translation>Veuillez le signaler, avec le journal : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>The computation has said nothing for {} minutes. If the computer is not busy with it, it is stuck: cancel it and run it again.</source>
        <translation>Le calcul n’a rien signalé depuis {} minutes. Si l’ordinateur n’est pas occupé par ce calcul, il est bloqué : annulez-le et relancez-le.</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>The Python in which GeoDiffNet computes could not be started: {}</source>
        <translation>Le Python dans lequel GeoDiffNet calcule n’a pas pu être démarré : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>Check that {} is a Python interpreter you may run.</source>
        <translation>Vérifiez que {} est un interpréteur Python que vous pouvez exécuter.</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>Close other programs, set a smaller memory limit under the advanced parameters, or classify a smaller part of the scene. Log: {}</source>
        <translation>Fermez d’autres programmes, fixez une limite de mémoire plus basse dans les paramètres avancés, ou classifiez une plus petite partie de la scène. Journal : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>Unexpected output of the backend: {}</source>
        <translation>Sortie inattendue du moteur de calcul : {}</translation>
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
        <source>The image {} exists in the memory of QGIS only.</source>
        <translation>L’image {} n’existe que dans la mémoire de QGIS.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python environment in which GeoDiffNet computes is not set up yet.</source>
        <translation>L’environnement Python dans lequel GeoDiffNet calcule n’est pas encore installé.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Run “Set up the backend” in the Processing Toolbox (GeoDiffNet), or open Settings ▸ Options ▸ GeoDiffNet. It takes some minutes, once.</source>
        <translation>Lancez « Installer le moteur de calcul » dans la boîte à outils de traitements (GeoDiffNet), ou ouvrez Préférences ▸ Options ▸ GeoDiffNet. Cela prend quelques minutes, une seule fois.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python in which GeoDiffNet computes does not run.</source>
        <translation>Le Python dans lequel GeoDiffNet calcule ne fonctionne pas.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Choose another one, or none, by “Set up the backend” in the toolbox.</source>
        <translation>Choisissez-en un autre, ou aucun, par « Installer le moteur de calcul » dans la boîte à outils.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Repair the environment of {}, or name another one by {}.</source>
        <translation>Réparez l’environnement de {}, ou nommez-en un autre par {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Run “Set up the backend” in the Processing Toolbox with the action “Repair”. It uses {} now.</source>
        <translation>Lancez « Installer le moteur de calcul » dans la boîte à outils de traitements avec l’action « repair ». Est utilisé actuellement {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python in which GeoDiffNet computes lacks: {}.</source>
        <translation>Il manque au Python dans lequel GeoDiffNet calcule : {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python that {} names is not there: {}</source>
        <translation>Le Python que {} nomme est introuvable : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Correct or remove the environment variable {} and restart QGIS.</source>
        <translation>Corrigez ou supprimez la variable d’environnement {} et redémarrez QGIS.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python of your own that is to be used is not there: {}</source>
        <translation>Votre propre Python, qui doit être utilisé, est introuvable : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>From now on, the environment in the profile is used.</source>
        <translation>À partir de maintenant, l’environnement du profil est utilisé.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Choose the interpreter itself: python3, or python.exe on Windows.</source>
        <translation>Choisissez l’interpréteur lui-même : python3, ou python.exe sous Windows.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Removing</source>
        <translation>Suppression</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Close the other windows of QGIS and remove it again.</source>
        <translation>Fermez les autres fenêtres de QGIS et supprimez-le à nouveau.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Looking for Python and a graphics card</source>
        <translation>Recherche de Python et d’une carte graphique</translation>
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
        <source>Checking the folder of wheels</source>
        <translation>Vérification du dossier de wheels</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} is not a Python that runs.</source>
        <translation>{} n’est pas un Python qui fonctionne.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Some files are in use and were not removed: {}</source>
        <translation>Des fichiers sont en cours d’utilisation et n’ont pas été supprimés : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>PyTorch {}, build “{}”: {}</source>
        <translation>PyTorch {}, version « {} » : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Log of the set-up: {}</source>
        <translation>Journal de l’installation : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>The environment variable {} is set and is used instead.</source>
        <translation>La variable d’environnement {} est définie et est utilisée à la place.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Network: {}</source>
        <translation>Réseau : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>To download: {}, {} files</source>
        <translation>À télécharger : {}, {} fichiers</translation>
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
        <source>The folder of wheels lacks {} of {} files: {}</source>
        <translation>Il manque au dossier de wheels {} fichiers sur {} : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>Fill it on a computer with a network by the action “Download only”, with the same system, version of Python ({}) and build of PyTorch ({}).</source>
        <translation>Remplissez-le sur un ordinateur avec réseau par l’action « Télécharger seulement », avec le même système, la même version de Python ({}) et la même version de PyTorch ({}).</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>Downloaded before and still good: {} files</source>
        <translation>Déjà téléchargés et toujours bons : {} fichiers</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>{} Trying again.</source>
        <translation>{} Nouvel essai.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>{} (damaged, or not the tested file)</source>
        <translation>{} (endommagé, ou pas le fichier testé)</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The disk became full.</source>
        <translation>Le disque s’est rempli.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Free some space; what was downloaded is kept.</source>
        <translation>Libérez de la place ; ce qui a été téléchargé est gardé.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A downloaded file is not the one that was tested.</source>
        <translation>Un fichier téléchargé n’est pas celui qui a été testé.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A broken download or a proxy that changes files is likely. Try again; if it stays, nothing unsafe was installed, and the file named in the log should be reported.</source>
        <translation>Un téléchargement défectueux ou un proxy qui modifie les fichiers est probable. Essayez à nouveau ; si cela persiste, rien de dangereux n’a été installé, et le fichier nommé dans le journal devrait être signalé.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The proxy refuses, or is not there.</source>
        <translation>Le proxy refuse, ou n’est pas là.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Check address, user and password under Settings ▸ Options ▸ Network, or install from a folder of wheels.</source>
        <translation>Vérifiez adresse, utilisateur et mot de passe sous Préférences ▸ Options ▸ Réseau, ou installez depuis un dossier de wheels.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The certificate of the package index is not trusted.</source>
        <translation>Le certificat de l’index de paquets n’est pas reconnu.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Your network probably opens encrypted connections with a certificate of its own. Add that under Settings ▸ Options ▸ Authentication ▸ Manage Certificates, and try again. A wrong date of the computer has the same effect.</source>
        <translation>Votre réseau ouvre sans doute les connexions chiffrées avec un certificat à lui. Ajoutez-le sous Préférences ▸ Options ▸ Authentification ▸ Gérer les certificats, et essayez à nouveau. Une date erronée de l’ordinateur a le même effet.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A path became too long.</source>
        <translation>Un chemin est devenu trop long.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>Allow long paths in Windows (LongPathsEnabled), or start QGIS with a profile in a shorter folder (--profiles-path).</source>
        <translation>Autorisez les chemins longs dans Windows (LongPathsEnabled), ou démarrez QGIS avec un profil dans un dossier plus court (--profiles-path).</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Windows did not let a file be written or opened.</source>
        <translation>Windows n’a pas laissé écrire ou ouvrir un fichier.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>An antivirus program is the likely cause: let it skip the folder named in the log, close other windows of QGIS, and try again.</source>
        <translation>Un antivirus est la cause probable : faites-lui ignorer le dossier nommé dans le journal, fermez les autres fenêtres de QGIS, et essayez à nouveau.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A file in the profile could not be written.</source>
        <translation>Un fichier du profil n’a pas pu être écrit.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Check that the folder belongs to you and no program protects it.</source>
        <translation>Vérifiez que le dossier vous appartient et qu’aucun programme ne le protège.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>This Python lacks the module that makes environments.</source>
        <translation>Il manque à ce Python le module qui crée les environnements.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Install it; on Debian and Ubuntu: sudo apt install python3-venv</source>
        <translation>Installez-le ; sous Debian et Ubuntu : sudo apt install python3-venv</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A package that is needed is not offered here.</source>
        <translation>Un paquet nécessaire n’est pas proposé ici.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>If the network was reached, the index that pip is configured to use lacks it; if it was not, the log says why.</source>
        <translation>Si le réseau a été atteint, il manque à l’index que pip est configuré pour utiliser ; sinon, le journal dit pourquoi.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The package index cannot be reached, or broke off.</source>
        <translation>L’index de paquets est inaccessible, ou la connexion a été coupée.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Check the network and try again: files that are complete are not downloaded twice.</source>
        <translation>Vérifiez le réseau et essayez à nouveau : les fichiers complets ne sont pas téléchargés deux fois.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Log: {}</source>
        <translation>Journal : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Try again; if it stays, please report it with the log.</source>
        <translation>Essayez à nouveau ; si cela persiste, veuillez le signaler avec le journal.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>{} failed: {}</source>
        <translation>{} a échoué : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>without a word</source>
        <translation>sans un mot</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/installing.py"/>
        <source>Making the environment</source>
        <translation>Création de l’environnement</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/installing.py"/>
        <source>Updating the installer</source>
        <translation>Mise à jour de l’installeur</translation>
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
        <source>Install one with your system&apos;s package manager (on Debian and Ubuntu: sudo apt install python3 python3-venv), or choose one under “Python”.</source>
        <translation>Installez-en un avec le gestionnaire de paquets de votre système (sous Debian et Ubuntu : sudo apt install python3 python3-venv), ou choisissez-en un sous « Python ».</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>No Python was found to make the environment with.</source>
        <translation>Aucun Python n’a été trouvé pour créer l’environnement.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install Python 3.12 (64 bit) from python.org for yourself, which needs no administrator, or choose one under “Python”.</source>
        <translation>Installez Python 3.12 (64 bits) depuis python.org pour vous-même, ce qui ne demande pas de droits d’administrateur, ou choisissez-en un sous « Python ».</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install Python 3.12 from python.org, or choose one under “Python”.</source>
        <translation>Installez Python 3.12 depuis python.org, ou choisissez-en un sous « Python ».</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>GeoDiffNet computes on Linux with glibc (x86-64, ARM), on Macs with Apple&apos;s processors, and on 64-bit Windows, because PyTorch does.</source>
        <translation>GeoDiffNet calcule sous Linux avec glibc (x86-64, ARM), sur les Mac à processeur Apple et sous Windows 64 bits, car PyTorch l’exige.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Choose the usual one, CPython.</source>
        <translation>Choisissez l’habituel, CPython.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>There are no packages for this kind of computer ({}, {} bit).</source>
        <translation>Il n’y a pas de paquets pour ce type d’ordinateur ({}, {} bits).</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} is another kind of Python than the packages are made for.</source>
        <translation>{} est un autre Python que celui pour lequel les paquets sont faits.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} is not supported; Python {} to {} are.</source>
        <translation>{} n’est pas pris en charge ; les versions de Python {} à {} le sont.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} lacks the module that makes environments (venv).</source>
        <translation>Il manque à {} le module qui crée les environnements (venv).</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install it, then try again. On Debian and Ubuntu: sudo apt install {}</source>
        <translation>Installez-le, puis essayez à nouveau. Sous Debian et Ubuntu : sudo apt install {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>Set an HTTP proxy under Settings ▸ Options ▸ Network, or install from a folder of wheels.</source>
        <translation>Définissez un proxy HTTP sous Préférences ▸ Options ▸ Réseau, ou installez depuis un dossier de wheels.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>proxy of the environment&apos;s variables</source>
        <translation>proxy des variables d’environnement</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>proxy {} of QGIS&apos;s settings</source>
        <translation>proxy {} des préférences de QGIS</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>{} certificates of your own from QGIS&apos;s settings</source>
        <translation>{} certificats personnels des préférences de QGIS</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>The SOCKS proxy {} of QGIS&apos;s settings cannot be used by pip.</source>
        <translation>Le proxy SOCKS {} des préférences de QGIS ne peut pas être utilisé par pip.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Wait until it has finished; there is no need to start again.</source>
        <translation>Attendez qu’elle ait fini ; inutile de recommencer.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Check that the disk is not full and that you may write to your profile.</source>
        <translation>Vérifiez que le disque n’est pas plein et que vous pouvez écrire dans votre profil.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source> (process {} on {})</source>
        <translation> (processus {} sur {})</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Another window of QGIS is setting the backend up{}.</source>
        <translation>Une autre fenêtre de QGIS est en train d’installer le moteur de calcul{}.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>The folder of the environment cannot be made: {}</source>
        <translation>Le dossier de l’environnement ne peut pas être créé : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Check that you may write to your QGIS profile: {}</source>
        <translation>Vérifiez que vous pouvez écrire dans votre profil QGIS : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Nothing can be written to {}.</source>
        <translation>Rien ne peut être écrit dans {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>Free some space and try again; nothing was written.</source>
        <translation>Libérez de la place et essayez à nouveau ; rien n’a été écrit.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>The disk has too little room: {} are needed, {} are free in {}.</source>
        <translation>Le disque a trop peu de place : il faut {}, {} sont libres dans {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>The folder&apos;s path is too long for Windows by {} characters: {}</source>
        <translation>Le chemin du dossier est trop long pour Windows de {} caractères : {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>The backend was set up by another version of the plugin. If something goes wrong, upgrade it first: “Set up the backend”.</source>
        <translation>Le moteur de calcul a été installé par une autre version de l’extension. Si quelque chose ne va pas, mettez-le d’abord à niveau : « Installer le moteur de calcul ».</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>In use: the Python that the environment variable GEODIFFNET_PYTHON names.</source>
        <translation>Utilisé : le Python que nomme la variable d’environnement GEODIFFNET_PYTHON.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>Set up by another version of the plugin; an upgrade is available.</source>
        <translation>Installé par une autre version de l’extension ; une mise à niveau est disponible.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>The backend is set up.</source>
        <translation>Le moteur de calcul est installé.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>In use: the developers&apos; environment beside the sources.</source>
        <translation>Utilisé : l’environnement des développeurs à côté des sources.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>In use: a Python of your own, {}</source>
        <translation>Utilisé : votre propre Python, {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>for this Python, the small build without CUDA is not offered</source>
        <translation>pour ce Python, la petite version sans CUDA n’est pas proposée</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>no NVIDIA driver answers, so it will compute on the CPU</source>
        <translation>aucun pilote NVIDIA ne répond, le calcul se fera donc sur le CPU</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>Choose “auto”.</source>
        <translation>Choisissez « auto ».</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>Apple&apos;s GPU and processor share one build</source>
        <translation>le GPU et le processeur d’Apple partagent une seule version</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>for this Python, no build with CUDA is offered</source>
        <translation>pour ce Python, aucune version avec CUDA n’est proposée</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>no NVIDIA driver answers</source>
        <translation>aucun pilote NVIDIA ne répond</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>as chosen</source>
        <translation>comme choisi</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>the driver {} of {} is too old for CUDA {}, which needs {}</source>
        <translation>le pilote {} de {} est trop ancien pour CUDA {}, qui exige {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>{} (compute capability {}) is not supported by CUDA {} builds</source>
        <translation>{} (compute capability {}) n’est pas pris en charge par les versions CUDA {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>PyTorch has no build “{}” for this kind of computer and Python.</source>
        <translation>PyTorch n’a pas de version « {} » pour ce type d’ordinateur et de Python.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>{} with driver {}</source>
        <translation>{} avec le pilote {}</translation>
    </message>
    <message>
        <location filename="../../bridge/tasks.py"/>
        <source>Please report this, with what View ▸ Panels ▸ Log Messages says.</source>
        <translation>Veuillez le signaler, avec ce que dit Vue ▸ Panneaux ▸ Journal des messages.</translation>
    </message>
    <message>
        <location filename="../../bridge/tasks.py"/>
        <source>Something unexpected went wrong: {}.</source>
        <translation>Un problème inattendu est survenu : {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>Classes of GeoDiffNet</source>
        <translation>Classes de GeoDiffNet</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>Choose another name, or open that file as the training layer.</source>
        <translation>Choisissez un autre nom, ou ouvrez ce fichier comme couche d’entraînement.</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>The file {} holds features already.</source>
        <translation>Le fichier {} contient déjà des entités.</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>The training layer could not be written to {}: {}</source>
        <translation>La couche d’entraînement n’a pas pu être écrite dans {} : {}</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Nothing drawn yet.</source>
        <translation>Rien de dessiné pour l’instant.</translation>
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
        <source>Few polygons: {} or more, spread over the scene, teach better.</source>
        <translation>Peu de polygones : {} ou plus, répartis sur la scène, apprennent mieux.</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Few pixels: {} or more teach better.</source>
        <translation>Peu de pixels : {} ou plus apprennent mieux.</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <location filename="../../gui/layers_section.py"/>
        <source>Polygons</source>
        <translation>Polygones</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Pixels</source>
        <translation>Pixels</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Press {} to draw this class.</source>
        <translation>Appuyez sur {} pour dessiner cette classe.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Draw</source>
        <translation>Dessiner</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Draw polygons of the chosen class (or press its number).</source>
        <translation>Dessiner des polygones de la classe choisie (ou appuyer sur son numéro).</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Add a class</source>
        <translation>Ajouter une classe</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Remove the class</source>
        <translation>Supprimer la classe</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Merge the chosen classes</source>
        <translation>Fusionner les classes choisies</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Save the polygons</source>
        <translation>Enregistrer les polygones</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Remove the class {} and its {} polygons? Undo brings them back.</source>
        <translation>Supprimer la classe {} et ses {} polygones ? Annuler les rétablit.</translation>
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
        <source>Choose a training layer above, or make a new one.</source>
        <translation>Choisissez une couche d’entraînement ci-dessus, ou créez-en une nouvelle.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>class {}</source>
        <translation>classe {}</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Choose two or more classes with Ctrl+click to merge them.</source>
        <translation>Choisissez deux classes ou plus avec Ctrl+clic pour les fusionner.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Add a class with +, then draw.</source>
        <translation>Ajoutez une classe avec +, puis dessinez.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Colour of {}</source>
        <translation>Couleur de {}</translation>
    </message>
    <message>
        <location filename="../../gui/composites.py"/>
        <source>The image has too few pixels with values in every band for components.</source>
        <translation>L’image a trop peu de pixels ayant des valeurs dans toutes les bandes pour des composantes.</translation>
    </message>
    <message>
        <location filename="../../gui/composites.py"/>
        <source>Look at it in other bands.</source>
        <translation>Regardez-la dans d’autres bandes.</translation>
    </message>
    <message>
        <location filename="../../gui/composites.py"/>
        <source>The picture of components could not be written to {}.</source>
        <translation>L’image des composantes n’a pas pu être écrite dans {}.</translation>
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
        <source>Press “Update map” to see what the new polygons change.</source>
        <translation>Appuyez sur « Actualiser la carte » pour voir ce que changent les nouveaux polygones.</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <source>Spectra</source>
        <translation>Spectres</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <source>No place was found that would teach more than what is drawn.</source>
        <translation>Aucun lieu n’a été trouvé qui apprendrait plus que ce qui est dessiné.</translation>
    </message>
    <message>
        <location filename="../../gui/draw_tool.py"/>
        <source>Draw a training polygon</source>
        <translation>Dessiner un polygone d’entraînement</translation>
    </message>
    <message>
        <location filename="../../gui/entry.py"/>
        <source>Draw training polygons and watch the class map grow.</source>
        <translation>Dessiner des polygones d’entraînement et voir la carte de classes grandir.</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Choose a scene</source>
        <translation>Choisir une scène</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>The hyperspectral image to classify.</source>
        <translation>L’image hyperspectrale à classifier.</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Choose polygons, or make a new layer</source>
        <translation>Choisir des polygones, ou créer une nouvelle couche</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>The layer of polygons that you draw for your classes.</source>
        <translation>La couche des polygones que vous dessinez pour vos classes.</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>New…</source>
        <translation>Nouveau…</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Make an empty training layer for this scene.</source>
        <translation>Créer une couche d’entraînement vide pour cette scène.</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Scene</source>
        <translation>Scène</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>The map is up to date. Its accuracy cannot be estimated yet: draw at least two polygons of each class, in different places.</source>
        <translation>La carte est à jour. Son exactitude ne peut pas encore être estimée : dessinez au moins deux polygones de chaque classe, à des endroits différents.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Update map</source>
        <translation>Actualiser la carte</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Learn from the polygons as they are now, saved or not, and map the scene.</source>
        <translation>Apprendre des polygones tels qu’ils sont, enregistrés ou non, et cartographier la scène.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Suggest next</source>
        <translation>Suggérer</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Find the places whose class would teach most, and go through them.</source>
        <translation>Trouver les lieux dont la classe apprendrait le plus, et les parcourir.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Show the class map, or what lies under it.</source>
        <translation>Afficher la carte de classes, ou ce qui se trouve dessous.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Show how sure the map is: dark places are unsure and need polygons.</source>
        <translation>Afficher à quel point la carte est sûre : les endroits sombres sont incertains et demandent des polygones.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>The method of the map. The linear discriminant is fitted in milliseconds.</source>
        <translation>La méthode de la carte. L’analyse discriminante linéaire est ajustée en quelques millisecondes.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Stop; the map stays as it was.</source>
        <translation>Arrêter ; la carte reste comme elle était.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Looking for places to label</source>
        <translation>Recherche de lieux à étiqueter</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Stopped; nothing was changed.</source>
        <translation>Arrêté ; rien n’a été changé.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Open a hyperspectral scene and choose it above.</source>
        <translation>Ouvrez une scène hyperspectrale et choisissez-la ci-dessus.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Choose a layer of polygons, or make a new one.</source>
        <translation>Choisissez une couche de polygones, ou créez-en une nouvelle.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>The map is up to date. Cross-validated accuracy: {} %.</source>
        <translation>La carte est à jour. Exactitude par validation croisée : {} %.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Linear discriminant (quick)</source>
        <translation>Discriminante linéaire (rapide)</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>GeoSpecNet (spectrum only)</source>
        <translation>GeoSpecNet (spectre seul)</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Random forest</source>
        <translation>Forêt aléatoire</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Stopping …</source>
        <translation>Arrêt en cours…</translation>
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
        <location filename="../../gui/messages.py"/>
        <source>Set up…</source>
        <translation>Installer…</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>New training layer</source>
        <translation>Nouvelle couche d’entraînement</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Classes, one a line; a colour may follow. More can be added later in the panel.</source>
        <translation>Classes, une par ligne ; une couleur peut suivre. D’autres peuvent être ajoutées plus tard dans le panneau.</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>File of the polygons:</source>
        <translation>Fichier des polygones :</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Choose a file for the polygons.</source>
        <translation>Choisissez un fichier pour les polygones.</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Automatic: CUDA where the NVIDIA driver is new enough, else CPU</source>
        <translation>Automatique : CUDA si le pilote NVIDIA est assez récent, sinon CPU</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Remove the backend&apos;s environment? Maps and models stay.</source>
        <translation>Supprimer l’environnement du moteur de calcul ? Cartes et modèles restent.</translation>
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
        <source>Run the self-test: versions, device, one second of work</source>
        <translation>Exécuter l’autotest : versions, processeur de calcul, une seconde de travail</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Repair</source>
        <translation>Réparer</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Make the environment anew</source>
        <translation>Refaire l’environnement</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Remove…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Choices</source>
        <translation>Choix</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>CPU only (about 0.4 GB to download)</source>
        <translation>CPU seulement (environ 0,4 Go à télécharger)</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>CUDA, for NVIDIA graphics cards (about 3 GB to download)</source>
        <translation>CUDA, pour cartes graphiques NVIDIA (environ 3 Go à télécharger)</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>found by itself</source>
        <translation>trouvé automatiquement</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>from the network</source>
        <translation>depuis le réseau</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>none: use the environment in the profile</source>
        <translation>aucun : utiliser l’environnement du profil</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Check and use</source>
        <translation>Vérifier et utiliser</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Download only</source>
        <translation>Télécharger seulement</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Fill the folder with all files, for a computer without a network</source>
        <translation>Remplir le dossier de tous les fichiers, pour un ordinateur sans réseau</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Python to make it with</source>
        <translation>Python pour le créer</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Python of your own</source>
        <translation>Votre propre Python</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Read data that refer to files outside their own folder or to the network, as virtual rasters may. Only if you trust all that you open.</source>
        <translation>Lire des données qui renvoient à des fichiers hors de leur propre dossier ou au réseau, comme le peuvent les rasters virtuels. Seulement si vous faites confiance à tout ce que vous ouvrez.</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Open the folder of logs</source>
        <translation>Ouvrir le dossier des journaux</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Checking</source>
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
        <source>The self-test passed in {} s; it computes on: {}</source>
        <translation>L’autotest a réussi en {} s ; le calcul se fait sur : {}</translation>
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
        <source>It takes some minutes, once, and about 2 GB (9 GB with CUDA).</source>
        <translation>Cela prend quelques minutes, une seule fois, et environ 2 Go (9 Go avec CUDA).</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>GeoDiffNet computes in a Python environment of its own, apart from QGIS&apos;s. It is made in your profile: no administrator is needed, and nothing else on this computer changes. &lt;a href=&quot;{}&quot;&gt;More about it&lt;/a&gt;</source>
        <translation>GeoDiffNet calcule dans un environnement Python à lui, séparé de celui de QGIS. Il est créé dans votre profil : aucun droit d’administrateur n’est nécessaire, et rien d’autre ne change sur cet ordinateur. &lt;a href=&quot;{}&quot;&gt;En savoir plus&lt;/a&gt;</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Verifying</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Python {}, PyTorch for {}, made {}</source>
        <translation>Python {}, PyTorch pour {}, créé {}</translation>
    </message>
    <message>
        <location filename="../../gui/preview.py"/>
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
        <source>Click a class in the list and draw some small polygons of it on the map.</source>
        <translation>Cliquez sur une classe de la liste et dessinez-en quelques petits polygones sur la carte.</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>Keep the training layer in a folder in which you may create files.</source>
        <translation>Gardez la couche d’entraînement dans un dossier où vous pouvez créer des fichiers.</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>Polygons of two classes at least are needed; there are {}.</source>
        <translation>Il faut des polygones d’au moins deux classes ; présentes : {}.</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>The folder {} cannot be made: {}</source>
        <translation>Le dossier {} ne peut pas être créé : {}</translation>
    </message>
    <message>
        <location filename="../../gui/setup_run.py"/>
        <source>Please report this.</source>
        <translation>Veuillez le signaler.</translation>
    </message>
    <message>
        <location filename="../../gui/setup_run.py"/>
        <source>GeoDiffNet: {}</source>
        <translation>GeoDiffNet : {}</translation>
    </message>
    <message>
        <location filename="../../gui/setup_run.py"/>
        <source>Something unexpected happened: {}</source>
        <translation>Un événement inattendu s’est produit : {}</translation>
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
        <source>Move the cursor over the scene to see its spectra.</source>
        <translation>Déplacez le curseur sur la scène pour voir ses spectres.</translation>
    </message>
    <message>
        <location filename="../../gui/statistics.py"/>
        <source>Reading training polygons</source>
        <translation>Lecture des polygones d’entraînement</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>the model hesitates</source>
        <translation>le modèle hésite</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>nothing labelled looks like it</source>
        <translation>rien d’étiqueté n’y ressemble</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>much of the scene looks like it</source>
        <translation>une grande partie de la scène y ressemble</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>it balances doubt, frequency and novelty</source>
        <translation>il équilibre doute, fréquence et nouveauté</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Skip (Space)</source>
        <translation>Passer (Espace)</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>End</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Return to the place before.</source>
        <translation>Revenir au lieu précédent.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>You cannot tell, or it shows several classes: go on to the next.</source>
        <translation>Vous ne pouvez pas l’identifier, ou il montre plusieurs classes : passer au suivant.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Forget the remaining places.</source>
        <translation>Abandonner les lieux restants.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>The model takes it for &lt;b&gt;{}&lt;/b&gt; ({} %), or else {}.</source>
        <translation>Le modèle le prend pour &lt;b&gt;{}&lt;/b&gt; ({} %), ou sinon {}.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Press the number of its class, or skip it.</source>
        <translation>Appuyez sur le numéro de sa classe, ou passez-le.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>&lt;b&gt;Which class is this?&lt;/b&gt; Place {} of {}.</source>
        <translation>&lt;b&gt;Quelle est cette classe ?&lt;/b&gt; Lieu {} sur {}.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Add one, style the layer by categories of a text field, or make a training layer.</source>
        <translation>Ajoutez-en un, donnez à la couche un style catégorisé sur un champ de texte, ou créez une couche d’entraînement.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Merge {} into {}</source>
        <translation>Fusionner {} dans {}</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Check that its file may be written, or make another training layer.</source>
        <translation>Vérifiez que son fichier peut être écrit, ou créez une autre couche d’entraînement.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Check that the file may be written and its disk has space left.</source>
        <translation>Vérifiez que le fichier peut être écrit et qu’il reste de la place sur son disque.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>The layer {} has no text field “class”.</source>
        <translation>La couche {} n’a pas de champ de texte « class ».</translation>
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
        <source>Recolour class {}</source>
        <translation>Changer la couleur de la classe {}</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Rename class {} to {}</source>
        <translation>Renommer la classe {} en {}</translation>
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
        <source>Red, green and blue light, as the eye sees it.</source>
        <translation>Lumière rouge, verte et bleue, comme l’œil la voit.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Infrared</source>
        <translation>Infrarouge</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Near infrared, red and green (CIR): plants are red, the healthier the brighter.</source>
        <translation>Proche infrarouge, rouge et vert (CIR) : les plantes sont rouges, d’autant plus vives qu’elles sont saines.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>SWIR</source>
        <translation>SWIR</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Short-wave infrared, near infrared and red: soils, moisture, burns, minerals.</source>
        <translation>Infrarouge à ondes courtes, proche infrarouge et rouge : sols, humidité, brûlis, minéraux.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>PCA</source>
        <translation>ACP</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>The first three principal components: what differs most in all bands together.</source>
        <translation>Les trois premières composantes principales : ce qui diffère le plus dans l’ensemble des bandes.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>The scene has no bands at the wavelengths for this.</source>
        <translation>La scène n’a pas de bandes aux longueurs d’onde voulues.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Components of {}</source>
        <translation>Composantes de {}</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Looking at {}</source>
        <translation>Examen de {}</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Computing components of {}</source>
        <translation>Calcul des composantes de {}</translation>
    </message>
</context>
</TS>
