<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>GeoDiffNet</name>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <source>Apply a model</source>
        <translation>Modell anwenden</translation>
    </message>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <location filename="../../algorithms/batch.py"/>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Classification</source>
        <translation>Klassifikation</translation>
    </message>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <source>hyperspectral,imaging spectroscopy,land cover,predict,classify,inference,transfer,time series,deep learning,diffusion</source>
        <translation>hyperspektral,Bildspektroskopie,Landbedeckung,Vorhersage,klassifizieren,Inferenz,Übertragung,Zeitreihe,Deep Learning,Diffusion</translation>
    </message>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <source>Maps a hyperspectral image with a model that was trained before.</source>
        <translation>Kartiert ein Hyperspektralbild mit einem zuvor trainierten Modell.</translation>
    </message>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <source>&lt;p&gt;Maps a hyperspectral image with a model that was trained before, on this scene or on another one of the same sensor; no examples are needed.&lt;/p&gt;&lt;p&gt;Bands are matched by wavelength. Both scenes should hold reflectance in the same unit: a model does not know of a difference in light or atmosphere between them, so look at the confidence, and assess the map before you rely on it.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Kartiert ein Hyperspektralbild mit einem Modell, das zuvor auf dieser oder einer anderen Szene desselben Sensors trainiert wurde; Beispiele werden nicht benötigt.&lt;/p&gt;&lt;p&gt;Kanäle werden nach Wellenlänge zugeordnet. Beide Szenen sollten Reflexionsgrade in derselben Einheit enthalten: Ein Modell weiß nichts von einem Unterschied in Licht oder Atmosphäre zwischen ihnen. Sehen Sie sich daher die Konfidenz an und prüfen Sie die Karte, bevor Sie sich auf sie verlassen.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>The file that “Train a model” or “Classify HSI with GeoDiffNet-F” has written. The method, the classes and their colours are in it.</source>
        <translation>Die Datei, die „Modell trainieren“ oder „HSI mit GeoDiffNet-F klassifizieren“ geschrieben hat. Sie enthält das Verfahren, die Klassen und ihre Farben.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>Only for a model whose diffusion network is neither the bundled one nor in the cache of this computer: adm-imagenet64 or the path of its checkpoint, a folder in the format of diffusers, or a model of the Hugging Face hub as owner/name@commit. Left empty, nothing is downloaded, whatever the model names.</source>
        <translation>Nur für ein Modell, dessen Diffusionsnetz weder das mitgelieferte ist noch im Cache dieses Rechners liegt: adm-imagenet64 oder der Pfad seines Checkpoints, ein Ordner im Format von diffusers oder ein Modell des Hugging Face Hub als owner/name@commit. Bleibt es leer, wird nichts heruntergeladen, was auch immer das Modell nennt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Backbone</source>
        <translation>Backbone</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>Choose a .safetensors file that this plugin has written.</source>
        <translation>Wählen Sie eine .safetensors-Datei, die diese Erweiterung geschrieben hat.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>GeoDiffNet models (*.safetensors)</source>
        <translation>GeoDiffNet-Modelle (*.safetensors)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>The model cannot be opened: {}</source>
        <translation>Das Modell kann nicht geöffnet werden: {}</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Assess a class map</source>
        <translation>Klassenkarte prüfen</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/compare.py"/>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>accuracy,validation,confusion matrix,error matrix,area estimation,reference,ground truth,kappa,F1,stratified sample</source>
        <translation>Genauigkeit,Validierung,Konfusionsmatrix,Fehlermatrix,Flächenschätzung,Referenz,Bodenreferenz,Kappa,F1,geschichtete Stichprobe</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Tells how far a class map can be trusted, and how large its classes are.</source>
        <translation>Sagt, wie weit einer Klassenkarte zu trauen ist und wie groß ihre Klassen sind.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>&lt;p&gt;Holds a class map, from this plugin or any other, against reference data: overall accuracy, each class&apos;s, what is confused with what, and, where the reference is a random sample, the area of each class with its confidence interval.&lt;/p&gt;&lt;p&gt;Reference data must not have been used for training; name the training examples, and what lies in them is reported apart.&lt;/p&gt;&lt;p&gt;Without reference data yet, let a sample of points be drawn: fill in the class of each by looking at the place, not at the map, and give them as reference.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Vergleicht eine Klassenkarte, aus dieser Erweiterung oder einer anderen Quelle, mit Referenzdaten: Gesamtgenauigkeit, Genauigkeit jeder Klasse, Verwechslungen und, wenn die Referenz eine Zufallsstichprobe ist, die Fläche jeder Klasse mit ihrem Konfidenzintervall.&lt;/p&gt;&lt;p&gt;Referenzdaten dürfen nicht zum Training verwendet worden sein; geben Sie die Trainingsbeispiele an, und was darin liegt, wird gesondert ausgewiesen.&lt;/p&gt;&lt;p&gt;Wenn es noch keine Referenzdaten gibt, lassen Sie eine Stichprobe von Punkten ziehen: Tragen Sie die Klasse jedes Punktes ein, indem Sie den Ort ansehen, nicht die Karte, und geben Sie die Punkte als Referenz an.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The map to assess: a raster file whose first band holds codes of classes.</source>
        <translation>Die zu prüfende Karte: eine Rasterdatei, deren erster Kanal Klassencodes enthält.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Points, polygons or lines whose class is known. Selection, filters, joins and temporary layers count as you see them.</source>
        <translation>Punkte, Polygone oder Linien, deren Klasse bekannt ist. Auswahl, Filter, Verknüpfungen und temporäre Layer gelten so, wie Sie sie sehen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The field of the reference shapes that holds the class: its name as in the map, or its code. Shapes without a value are left out.</source>
        <translation>Das Feld der Referenzobjekte, das die Klasse enthält: ihren Namen wie in der Karte oder ihren Code. Objekte ohne Wert werden ausgelassen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>How classes of the reference are found in the map. auto: by the names that the layers show, and by code only where neither has names or the codes prove themselves; codes: choose it where you know that the same code means the same class in both.</source>
        <translation>Wie Klassen der Referenz in der Karte gefunden werden. auto: nach den Namen, die die Layer zeigen, und nach dem Code nur, wo beide keine Namen haben oder die Codes für sich sprechen; codes: wählen Sie es, wenn Sie wissen, dass derselbe Code in beiden dieselbe Klasse bedeutet.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>A raster of codes to hold the map against, instead of shapes. It must lie on the grid of the map; 0 and no data are left out.</source>
        <translation>Ein Raster von Codes, mit dem die Karte statt mit Vektorobjekten verglichen wird. Es muss im Gitter der Karte liegen; 0 und NoData werden ausgelassen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The examples that the map was trained with: reference inside them would flatter the map and is reported apart.</source>
        <translation>Die Beispiele, mit denen die Karte trainiert wurde: Referenz darin würde der Karte schmeicheln und wird gesondert ausgewiesen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>random: points drawn all over the map; stratified: drawn class by class; purposive: where somebody chose, from which nothing follows for the rest of the map; census: everywhere. auto takes points for stratified and other shapes for purposive.</source>
        <translation>random: Punkte, die über die ganze Karte gezogen wurden; stratified: Klasse für Klasse gezogen; purposive: Orte, die jemand ausgesucht hat, woraus für den Rest der Karte nichts folgt; census: überall. auto hält Punkte für stratified und andere Objekte für purposive.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The raster in whose classes the sample was drawn, or is to be drawn, where that is not the map itself, such as an older map.</source>
        <translation>Das Raster, in dessen Klassen die Stichprobe gezogen wurde oder gezogen werden soll, wenn dies nicht die Karte selbst ist, etwa eine ältere Karte.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>How many points to draw where a sample is asked for; otherwise of no effect.</source>
        <translation>Wie viele Punkte gezogen werden, wenn eine Stichprobe verlangt wird; sonst ohne Wirkung.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>olofsson: 50 to 100 points for rare classes, by area for the others; proportional: by area alone; equal: as many for each class.</source>
        <translation>olofsson: 50 bis 100 Punkte für seltene Klassen, für die anderen nach Fläche; proportional: nur nach Fläche; equal: gleich viele für jede Klasse.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Where chance starts from: same seed, same sample and same intervals.</source>
        <translation>Womit der Zufall beginnt: gleicher Startwert, gleiche Stichprobe und gleiche Intervalle.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>A web page with all accuracies, their intervals, the confusion between classes and the areas; its numbers go beside it as JSON. It needs reference data.</source>
        <translation>Eine Webseite mit allen Genauigkeiten, ihren Intervallen, den Verwechslungen zwischen den Klassen und den Flächen; die Zahlen werden daneben als JSON abgelegt. Sie braucht Referenzdaten.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>A GeoPackage of points drawn at random from each class of the map, with an empty field for the class you find there.</source>
        <translation>Ein GeoPackage mit Punkten, die zufällig aus jeder Klasse der Karte gezogen wurden, mit einem leeren Feld für die Klasse, die Sie dort vorfinden.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Choose the layer of examples that the map was trained with.</source>
        <translation>Wählen Sie den Layer mit den Beispielen, mit denen die Karte trainiert wurde.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Class map</source>
        <translation>Klassenkarte</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Reference shapes</source>
        <translation>Referenzobjekte</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Match classes by</source>
        <translation>Klassen zuordnen nach</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Reference map</source>
        <translation>Referenzkarte</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Training examples</source>
        <translation>Trainingsbeispiele</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>How the reference was chosen</source>
        <translation>Wie die Referenz ausgewählt wurde</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Strata</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Points of the sample to draw</source>
        <translation>Punkte der zu ziehenden Stichprobe</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>How the points are shared</source>
        <translation>Wie die Punkte verteilt werden</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/parameters/training.py"/>
        <location filename="../../algorithms/parameters/report.py"/>
        <location filename="../../gui/map_section.py"/>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Sample of points</source>
        <translation>Stichprobe von Punkten</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Overall accuracy</source>
        <translation>Gesamtgenauigkeit</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Average accuracy of the classes</source>
        <translation>Mittlere Genauigkeit der Klassen</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Pixels compared</source>
        <translation>Verglichene Pixel</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Both reference shapes and a reference map were given.</source>
        <translation>Es wurden sowohl Referenzobjekte als auch eine Referenzkarte angegeben.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Leave one of them empty.</source>
        <translation>Lassen Sie eines davon leer.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/base.py"/>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <location filename="../../gui/cube.py"/>
        <source>Check that the file exists and opens in QGIS as a raster layer.</source>
        <translation>Prüfen Sie, ob die Datei existiert und sich in QGIS als Rasterlayer öffnen lässt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Without reference data there is no report.</source>
        <translation>Ohne Referenzdaten gibt es keinen Bericht.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/parameters/training.py"/>
        <location filename="../../algorithms/parameters/report.py"/>
        <source>HTML files (*.html)</source>
        <translation>HTML-Dateien (*.html)</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Neither reference data nor a sample to draw was asked for.</source>
        <translation>Es wurden weder Referenzdaten noch eine zu ziehende Stichprobe angegeben.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Give a reference, or a file for the sample of points to be interpreted.</source>
        <translation>Geben Sie eine Referenz an oder eine Datei für die Stichprobe von Punkten, die zu bestimmen sind.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>{} have no field at all.</source>
        <translation>{} haben gar kein Feld.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>{}: the file cannot be opened: {}</source>
        <translation>{}: Die Datei kann nicht geöffnet werden: {}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>The pretrained diffusion model whose features describe the surroundings. “bundled” is small, comes with the plugin and needs no network. “adm-imagenet64” is the paper&apos;s: 1.2 GB that are downloaded at first use, or the path of its checkpoint. Otherwise the path of a folder in the format of diffusers, or a model of the Hugging Face hub as owner/name@commit.</source>
        <translation>Das vortrainierte Diffusionsmodell, dessen Merkmale die Umgebung beschreiben. „bundled“ ist klein, liegt der Erweiterung bei und braucht kein Netz. „adm-imagenet64“ ist das der Veröffentlichung: 1,2 GB, die bei der ersten Verwendung heruntergeladen werden, oder der Pfad seines Checkpoints. Sonst der Pfad eines Ordners im Format von diffusers oder ein Modell des Hugging Face Hub als owner/name@commit.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Sizes at which the network looks at the scene: 1 is full resolution, 2 half of it, and so on; 2, 4 by default.</source>
        <translation>Größen, in denen das Netz die Szene betrachtet: 1 ist volle Auflösung, 2 die halbe und so weiter; voreingestellt sind 2, 4.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>How many numbers are kept of the network&apos;s activations at each scale: their principal components, the most telling first. The denoised picture is kept whole. Left empty where that is allowed, 4, or 32 where other blocks are chosen.</source>
        <translation>Wie viele Zahlen von den Aktivierungen des Netzes in jedem Maßstab behalten werden: ihre Hauptkomponenten, die aussagekräftigsten zuerst. Das entrauschte Bild wird ganz behalten. Bleibt es leer, wo das erlaubt ist, sind es 4, oder 32, wo andere Blöcke gewählt sind.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Decoder blocks</source>
        <translation>Decoderblöcke</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Numbers of the network&apos;s decoder blocks to read, such as 5, 8, 11. Low numbers see wide and coarse, high ones near and fine; the number after the last block is the picture of the scene that the network has denoised. By default 2 and that picture, 12, of the bundled one. “Find the best features” tells which suit a scene.</source>
        <translation>Nummern der zu lesenden Decoderblöcke des Netzes, etwa 5, 8, 11. Niedrige Nummern sehen weit und grob, hohe nah und fein; die Nummer nach dem letzten Block ist das Bild der Szene, das das Netz entrauscht hat. Voreingestellt sind 2 und dieses Bild, 12, des mitgelieferten. „Beste Merkmale finden“ sagt, welche zu einer Szene passen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Timesteps</source>
        <translation>Zeitschritte</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>How noisy the network is to take the scene: 0 is clean, 999 nothing but noise; 300 by default. Several may be read, such as 100, 300.</source>
        <translation>Für wie verrauscht das Netz die Szene halten soll: 0 ist rauschfrei, 999 nichts als Rauschen; voreingestellt ist 300. Es können mehrere gelesen werden, etwa 100, 300.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Composites</source>
        <translation>Farbbilder</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>The pictures of three colours that the network looks at, out of rgb, cir, swir, pca1 (principal components 1 to 3) and pca2 (4 to 6); pca1, pca2 by default. Each takes its time.</source>
        <translation>Die Bilder aus drei Farben, die das Netz betrachtet, aus rgb, cir, swir, pca1 (Hauptkomponenten 1 bis 3) und pca2 (4 bis 6); voreingestellt sind pca1, pca2. Jedes braucht seine Zeit.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Scales</source>
        <translation>Maßstäbe</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Components of each scale</source>
        <translation>Komponenten je Maßstab</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Cancelled; nothing was written.</source>
        <translation>Abgebrochen; es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Also read data that refer to files outside their own folder or to the network, as virtual rasters may. Only for data that you trust; the options of the plugin hold what is chosen at first.</source>
        <translation>Auch Daten lesen, die auf Dateien außerhalb ihres eigenen Ordners oder auf das Netz verweisen, wie es virtuelle Raster tun können. Nur für Daten, denen Sie vertrauen; was anfangs gewählt ist, steht in den Optionen des Plugins.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Allow data to refer to other folders and the network</source>
        <translation>Daten dürfen auf andere Ordner und das Netz verweisen</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Choose another name for it.</source>
        <translation>Wählen Sie einen anderen Namen dafür.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Create it or choose another folder.</source>
        <translation>Legen Sie ihn an oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <location filename="../../bridge/training_layer.py"/>
        <source>Choose a folder in which you may create files.</source>
        <translation>Wählen Sie einen Ordner, in dem Sie Dateien anlegen dürfen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <location filename="../../gui/cube.py"/>
        <source>The image cannot be opened: {}</source>
        <translation>Das Bild kann nicht geöffnet werden: {}</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>{}: the file {} is an input or another output as well.</source>
        <translation>{}: Die Datei {} ist auch eine Eingabe oder eine andere Ausgabe.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>{}: the folder {} does not exist.</source>
        <translation>{}: Den Ordner {} gibt es nicht.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>{}: no file can be written in the folder {}.</source>
        <translation>{}: Im Ordner {} kann keine Datei geschrieben werden.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Apply a model to many scenes</source>
        <translation>Modell auf viele Szenen anwenden</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>hyperspectral,batch,campaign,time series,mosaic,flight lines,parallel,cluster,Dask,predict,classify,land cover</source>
        <translation>hyperspektral,Stapel,Kampagne,Zeitreihe,Mosaik,Flugstreifen,parallel,Cluster,Dask,Vorhersage,klassifizieren,Landbedeckung</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Maps many hyperspectral images with one model, several at a time.</source>
        <translation>Kartiert viele Hyperspektralbilder mit einem Modell, mehrere gleichzeitig.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>&lt;p&gt;Maps many scenes of one sensor with a model that was trained before, several at a time, on all of this computer or on a cluster. Sizes, coordinate systems and no-data values may differ; bands are matched by wavelength.&lt;/p&gt;&lt;p&gt;A scene that cannot be mapped stops none of the others; the summary gives its reason. Run it again with the same folder, and what is complete is left out: after a cancel, a crash, or with new scenes.&lt;/p&gt;&lt;p&gt;The summary, a web page and a table, holds each scene&apos;s class areas, mean confidence and the share of it that looks like nothing the model has learnt from. Assess some of the maps before you rely on all of them.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Kartiert viele Szenen eines Sensors mit einem zuvor trainierten Modell, mehrere gleichzeitig, auf dem ganzen Computer oder auf einem Cluster. Größen, Koordinatensysteme und NoData-Werte dürfen sich unterscheiden; Kanäle werden nach Wellenlänge zugeordnet.&lt;/p&gt;&lt;p&gt;Eine Szene, die nicht kartiert werden kann, hält die anderen nicht auf; die Zusammenfassung nennt den Grund. Starten Sie mit demselben Ordner noch einmal, so wird ausgelassen, was vollständig ist: nach einem Abbruch, einem Absturz oder mit neuen Szenen.&lt;/p&gt;&lt;p&gt;Die Zusammenfassung, eine Webseite und eine Tabelle, enthält für jede Szene die Flächen der Klassen, die mittlere Konfidenz und den Anteil, der nichts ähnelt, woraus das Modell gelernt hat. Prüfen Sie einige der Karten, bevor Sie sich auf alle verlassen.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Cancelled; scenes that were complete stay, and are left out next time.</source>
        <translation>Abgebrochen; fertige Szenen bleiben erhalten und werden beim nächsten Mal ausgelassen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>The hyperspectral images: layers of the project, or files.</source>
        <translation>Die Hyperspektralbilder: Layer des Projekts oder Dateien.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>All rasters in this folder are scenes, and so are the products in its subfolders. Maps that an earlier run has left in it are not.</source>
        <translation>Alle Raster in diesem Ordner sind Szenen, ebenso die Produkte in seinen Unterordnern. Karten, die ein früherer Lauf darin hinterlassen hat, sind es nicht.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Such as *.tif or flight*/*_refl.bsq; ** stands for folders of any depth. Left empty, all are taken.</source>
        <translation>Etwa *.tif oder flight*/*_refl.bsq; ** steht für Ordner beliebiger Tiefe. Bleibt es leer, werden alle genommen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>{name} is the scene&apos;s name, {folder} that of the folder it lies in, {kind} what the raster shows: map, confidence, probabilities, applicability. A / makes folders.</source>
        <translation>{name} ist der Name der Szene, {folder} der des Ordners, in dem sie liegt, {kind} das, was das Raster zeigt: map, confidence, probabilities, applicability. Ein / legt Ordner an.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>How many processes map scenes side by side on this computer. Left empty, as many as its cores, graphics cards and free memory allow.</source>
        <translation>Wie viele Prozesse auf diesem Computer nebeneinander Szenen kartieren. Bleibt es leer, so viele, wie Prozessorkerne, Grafikkarten und freier Arbeitsspeicher zulassen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>The address of a running scheduler, such as tls://host:8786, whose workers are to do the work instead of this computer. They need the backend and the same file system.</source>
        <translation>Die Adresse eines laufenden Schedulers, etwa tls://host:8786, dessen Worker anstelle dieses Computers arbeiten sollen. Sie brauchen das Backend und dasselbe Dateisystem.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Maps, summary.html and summary.csv are written into it.</source>
        <translation>Hier hinein werden die Karten, summary.html und summary.csv geschrieben.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Scenes</source>
        <translation>Szenen</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Folder of scenes</source>
        <translation>Ordner mit Szenen</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Only files in the folder that match</source>
        <translation>Nur passende Dateien im Ordner</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Also write confidence</source>
        <translation>Auch die Konfidenz schreiben</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>For each scene, the probability of the chosen class in percent.</source>
        <translation>Für jede Szene die Wahrscheinlichkeit der gewählten Klasse in Prozent.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Also write the probabilities of the classes</source>
        <translation>Auch die Wahrscheinlichkeiten der Klassen schreiben</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>For each scene, one band a class. They take a lot of space.</source>
        <translation>Für jede Szene ein Kanal je Klasse. Sie brauchen viel Platz.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Also write the area of applicability</source>
        <translation>Auch den Anwendbarkeitsbereich schreiben</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>For each scene, how unlike all training pixels every pixel is.</source>
        <translation>Für jede Szene, wie unähnlich jedes Pixel allen Trainingspixeln ist.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Map again what is complete</source>
        <translation>Vollständiges neu kartieren</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Without this, a scene is left out when its map is there and was made of the same file with the same model and settings.</source>
        <translation>Ohne dies wird eine Szene ausgelassen, wenn ihre Karte vorhanden ist und aus derselben Datei mit demselben Modell und denselben Einstellungen entstand.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Load all maps into the project</source>
        <translation>Alle Karten ins Projekt laden</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Shows each finished map as a layer; better not for hundreds of scenes.</source>
        <translation>Zeigt jede fertige Karte als Layer; bei Hunderten von Szenen besser nicht.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Names of the rasters</source>
        <translation>Namen der Raster</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Scenes at a time</source>
        <translation>Szenen gleichzeitig</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Dask scheduler</source>
        <translation>Dask-Scheduler</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Certificate of the authority</source>
        <translation>Zertifikat der Zertifizierungsstelle</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Own certificate for the cluster</source>
        <translation>Eigenes Zertifikat für den Cluster</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Key of the own certificate</source>
        <translation>Schlüssel des eigenen Zertifikats</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>A file in PEM format, for a scheduler whose address begins with tls://.</source>
        <translation>Eine Datei im PEM-Format für einen Scheduler, dessen Adresse mit tls:// beginnt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Folder for the maps</source>
        <translation>Ordner für die Karten</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Table of all scenes</source>
        <translation>Tabelle aller Szenen</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Class maps</source>
        <translation>Klassenkarten</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Scenes mapped</source>
        <translation>Kartierte Szenen</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Scenes that were complete</source>
        <translation>Szenen, die schon vollständig waren</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Scenes that failed</source>
        <translation>Fehlgeschlagene Szenen</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>There are no scenes.</source>
        <translation>Es gibt keine Szenen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Choose some layers or files, or a folder.</source>
        <translation>Wählen Sie einige Layer oder Dateien oder einen Ordner.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Choose another one.</source>
        <translation>Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Not one of the scenes could be mapped.</source>
        <translation>Keine der Szenen konnte kartiert werden.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>There is no folder {}.</source>
        <translation>Den Ordner {} gibt es nicht.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Their reasons are in the log above and in {}.</source>
        <translation>Die Gründe stehen oben im Protokoll und in {}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>Classify HSI with GeoDiffNet-F</source>
        <translation>HSI mit GeoDiffNet-F klassifizieren</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>hyperspectral,imaging spectroscopy,land cover,supervised,machine learning,deep learning,diffusion,linear discriminant analysis,random forest,support vector machine,training</source>
        <translation>hyperspektral,Bildspektroskopie,Landbedeckung,überwacht,maschinelles Lernen,Deep Learning,Diffusion,lineare Diskriminanzanalyse,Random Forest,Support Vector Machine,Training</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>Turns a hyperspectral image and drawn examples into a class map.</source>
        <translation>Macht aus einem Hyperspektralbild und gezeichneten Beispielen eine Klassenkarte.</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>&lt;p&gt;Turns a hyperspectral image and the examples that you have drawn on it into a georeferenced map of classes.&lt;/p&gt;&lt;p&gt;GeoDiffNet-F combines the spectrum of each pixel with spatial features, computed by a diffusion model that was pretrained on natural images. The map comes with your class names and, where the layer of examples is styled by category, with your colours.&lt;/p&gt;&lt;p&gt;A few polygons a class are enough to begin with: classify, look where the map is wrong or unsure, draw there, classify again. The accuracies come from cross-validation in which no polygon is used for training and testing at once.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Macht aus einem Hyperspektralbild und den Beispielen, die Sie darauf gezeichnet haben, eine georeferenzierte Klassenkarte.&lt;/p&gt;&lt;p&gt;GeoDiffNet-F kombiniert das Spektrum jedes Pixels mit räumlichen Merkmalen, die ein auf natürlichen Bildern vortrainiertes Diffusionsmodell berechnet. Die Karte trägt Ihre Klassennamen und, wenn der Layer mit den Beispielen kategorisiert dargestellt ist, Ihre Farben.&lt;/p&gt;&lt;p&gt;Für den Anfang genügen wenige Polygone je Klasse: klassifizieren Sie, sehen Sie nach, wo die Karte falsch oder unsicher ist, zeichnen Sie dort und klassifizieren Sie erneut. Die Genauigkeiten stammen aus einer Kreuzvalidierung, in der kein Polygon zugleich zum Trainieren und zum Testen dient.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>The trained model, to apply it to other scenes of the same sensor.</source>
        <translation>Das trainierte Modell, um es auf andere Szenen desselben Sensors anzuwenden.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Compare methods</source>
        <translation>Verfahren vergleichen</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>hyperspectral,machine learning,benchmark,linear discriminant analysis,random forest,support vector machine,deep learning,diffusion,cross-validation,accuracy,model selection</source>
        <translation>hyperspektral,maschinelles Lernen,Benchmark,lineare Diskriminanzanalyse,Random Forest,Support Vector Machine,Deep Learning,Diffusion,Kreuzvalidierung,Genauigkeit,Modellauswahl</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Tries every method on your examples and tells which one to take.</source>
        <translation>Probiert alle Verfahren mit Ihren Beispielen aus und sagt, welches Sie nehmen sollten.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>&lt;p&gt;Tries every method on an image and the examples that you have drawn on it, and tells which one to take: accuracies with their intervals, class by class, and the maps next to each other.&lt;/p&gt;&lt;p&gt;All methods learn from and are tested on the same parts of the examples; no polygon is used for training and testing at once. Where the examples cannot tell two methods apart, the simpler one is taken.&lt;/p&gt;&lt;p&gt;Nothing is kept but the report: classify with the method it names.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Probiert alle Verfahren mit einem Bild und den Beispielen aus, die Sie darauf gezeichnet haben, und sagt, welches Sie nehmen sollten: Genauigkeiten mit ihren Intervallen, Klasse für Klasse, und die Karten nebeneinander.&lt;/p&gt;&lt;p&gt;Alle Verfahren lernen aus denselben Teilen der Beispiele und werden an denselben getestet; kein Polygon dient zugleich zum Trainieren und zum Testen. Wo die Beispiele zwei Verfahren nicht unterscheiden können, wird das einfachere genommen.&lt;/p&gt;&lt;p&gt;Außer dem Bericht wird nichts aufbewahrt: klassifizieren Sie mit dem Verfahren, das er nennt.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Which methods to compare. geodiffnet-f combines the spectrum with spatial features from a diffusion model; geodiffnet uses these features only; geospecnet (neural network), lda (linear discriminant), rf (random forest) and svm (support vector machine) use the spectrum only.</source>
        <translation>Welche Verfahren verglichen werden. geodiffnet-f kombiniert das Spektrum mit räumlichen Merkmalen eines Diffusionsmodells; geodiffnet verwendet nur diese Merkmale; geospecnet (neuronales Netz), lda (lineare Diskriminanzanalyse), rf (Random Forest) und svm (Support Vector Machine) verwenden nur das Spektrum.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <location filename="../../algorithms/tune.py"/>
        <source>Where chance starts from. The same inputs with the same seed give the same figures; another seed shows how much of a difference is luck.</source>
        <translation>Womit der Zufall beginnt. Dieselben Eingaben mit demselben Startwert ergeben dieselben Zahlen; ein anderer Startwert zeigt, wie viel an einem Unterschied Zufall ist.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>A web page with all figures, each class&apos;s accuracy and the maps next to each other; the numbers go beside it as JSON.</source>
        <translation>Eine Webseite mit allen Zahlen, der Genauigkeit jeder Klasse und den Karten nebeneinander; die Zahlen werden daneben als JSON abgelegt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Methods</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>The method to take</source>
        <translation>Empfohlenes Verfahren</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Compute diffusion features</source>
        <translation>Diffusionsmerkmale berechnen</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <location filename="../../algorithms/tune.py"/>
        <source>Diffusion features</source>
        <translation>Diffusionsmerkmale</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>hyperspectral,embedding,texture,context,deep features,diffusion,UNet,activations,dimensionality reduction</source>
        <translation>hyperspektral,Einbettung,Textur,Kontext,tiefe Merkmale,Diffusion,UNet,Aktivierungen,Dimensionsreduktion</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Writes what a diffusion network sees around each pixel of an image.</source>
        <translation>Schreibt, was ein Diffusionsnetz um jedes Pixel eines Bildes sieht.</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>&lt;p&gt;Writes what a diffusion model pretrained on natural images sees around each pixel of a hyperspectral image: a raster with one named band for each feature, on the grid of the image. Use them in other programs, for segmentation, clustering or a model of your own.&lt;/p&gt;&lt;p&gt;To classify, this is not needed: &lt;i&gt;Classify HSI with GeoDiffNet-F&lt;/i&gt; computes the same features itself, and both keep them for the next run.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Schreibt, was ein auf natürlichen Bildern vortrainiertes Diffusionsmodell um jedes Pixel eines Hyperspektralbildes sieht: ein Raster mit einem benannten Kanal je Merkmal, im Gitter des Bildes. Verwenden Sie es in anderen Programmen, zur Segmentierung, zum Clustern oder für ein eigenes Modell.&lt;/p&gt;&lt;p&gt;Zum Klassifizieren wird dies nicht gebraucht: &lt;i&gt;HSI mit GeoDiffNet-F klassifizieren&lt;/i&gt; berechnet dieselben Merkmale selbst, und beide bewahren sie für den nächsten Lauf auf.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>A GeoTIFF with one band a feature. The first bands, of each scale, are the most telling; the last ones are plain averages of the colours around the pixel. −9999 is where the image has no data.</source>
        <translation>Ein GeoTIFF mit einem Kanal je Merkmal. Die ersten Kanäle jedes Maßstabs sind die aussagekräftigsten; die letzten sind einfache Mittel der Farben um das Pixel. −9999 steht, wo das Bild keine Daten hat.</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Number of features</source>
        <translation>Anzahl der Merkmale</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Polygons, points or lines drawn on places whose class is known, in any coordinate system: at least two classes with three pixels each, better five to ten small polygons a class, spread over the scene. Selection, filters, joins and temporary layers count as you see them.</source>
        <translation>Polygone, Punkte oder Linien an Orten, deren Klasse bekannt ist, in einem beliebigen Koordinatensystem: mindestens zwei Klassen mit je drei Pixeln, besser fünf bis zehn kleine Polygone je Klasse, über die Szene verteilt. Auswahl, Filter, Verknüpfungen und temporäre Layer gelten so, wie Sie sie sehen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>The field that says which class an example shows: a name or a whole number. Examples without a value are left out.</source>
        <translation>Das Feld, das sagt, welche Klasse ein Beispiel zeigt: ein Name oder eine ganze Zahl. Beispiele ohne Wert werden ausgelassen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>A raster whose first band holds a whole number for each class where the class is known, and 0 or no data elsewhere. Pixels of one class that touch count as one example. Names and colours come from its style or its file.</source>
        <translation>Ein Raster, dessen erster Kanal für jede Klasse eine ganze Zahl enthält, wo die Klasse bekannt ist, und sonst 0 oder NoData. Pixel einer Klasse, die sich berühren, zählen als ein Beispiel. Namen und Farben stammen aus seinem Stil oder seiner Datei.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <location filename="../../algorithms/suggest.py"/>
        <source>Labelled examples</source>
        <translation>Beispiele mit Klasse</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Raster of labels, instead of drawn examples</source>
        <translation>Raster mit Klassen statt gezeichneter Beispiele</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Both drawn examples and a raster of labels were given.</source>
        <translation>Es wurden sowohl gezeichnete Beispiele als auch ein Raster mit Klassen angegeben.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>There are no labels to learn from.</source>
        <translation>Es gibt keine Beispiele, aus denen gelernt werden könnte.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Choose a layer of labelled examples, or a raster of labels.</source>
        <translation>Wählen Sie einen Layer mit Beispielen oder ein Raster mit Klassen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>The raster of labels cannot be opened: {}</source>
        <translation>Das Raster mit Klassen kann nicht geöffnet werden: {}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>centre: those whose centre it holds; touched: all that it touches; coverage: those of which it covers the share below. One too small for any labels the pixel it lies in.</source>
        <translation>centre: die Pixel, deren Mittelpunkt im Polygon liegt; touched: alle, die es berührt; coverage: die, von denen es den unten angegebenen Anteil bedeckt. Ein Polygon, das für jedes davon zu klein ist, gilt für das Pixel, in dem es liegt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>geodiffnet-f combines the spectrum with spatial features from a diffusion model and suits most scenes; geodiffnet uses these features only; geospecnet (neural network), lda (linear discriminant), rf (random forest) and svm (support vector machine) use the spectrum only. lda is fitted in milliseconds. auto blends all methods by weights from cross-validation and takes longest.</source>
        <translation>geodiffnet-f kombiniert das Spektrum mit räumlichen Merkmalen eines Diffusionsmodells und eignet sich für die meisten Szenen; geodiffnet verwendet nur diese Merkmale; geospecnet (neuronales Netz), lda (lineare Diskriminanzanalyse), rf (Random Forest) und svm (Support Vector Machine) verwenden nur das Spektrum. lda ist in Millisekunden angepasst. auto mischt alle Verfahren mit Gewichten aus der Kreuzvalidierung und dauert am längsten.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>For the method lda only: fit it to the spectrum and the diffusion features. They are computed once for a scene and kept, as for geodiffnet-f; without them lda needs no diffusion model.</source>
        <translation>Nur für das Verfahren lda: an Spektrum und Diffusionsmerkmale anpassen. Diese werden wie bei geodiffnet-f einmal je Szene berechnet und aufbewahrt; ohne sie braucht lda kein Diffusionsmodell.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>paper reads one composite and one decoder block and trains plain networks, as was published, for comparison; default does better.</source>
        <translation>paper liest ein Farbbild und einen Decoderblock und trainiert einfache Netze, wie es veröffentlicht wurde, zum Vergleich; default ist besser.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Where chance starts from. The same inputs with the same seed give the same map; another seed shows how much of it is luck.</source>
        <translation>Womit der Zufall beginnt. Dieselben Eingaben mit demselben Startwert ergeben dieselbe Karte; ein anderer Startwert zeigt, wie viel davon Zufall ist.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>A web page with the accuracies, the confusion matrix, the weights of the base classifiers, the input data and the settings.</source>
        <translation>Eine Webseite mit den Genauigkeiten, der Konfusionsmatrix, den Gewichten der Basisklassifikatoren, den Eingabedaten und den Einstellungen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Pixels that a polygon labels</source>
        <translation>Pixel, für die ein Polygon gilt</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Smallest share that a polygon must cover</source>
        <translation>Kleinster Anteil, den ein Polygon bedecken muss</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>For the rule coverage: from above 0 to 1, a pixel covered as a whole.</source>
        <translation>Für die Regel coverage: von über 0 bis 1, ein ganz bedecktes Pixel.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Radius of points (pixels)</source>
        <translation>Radius von Punkten (Pixel)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>A point labels the pixel it lies in and those whose centre is within this radius.</source>
        <translation>Ein Punkt gilt für das Pixel, in dem er liegt, und für die, deren Mittelpunkt in diesem Radius liegt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Width of lines (pixels)</source>
        <translation>Breite von Linien (Pixel)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>A line of width 0 labels the pixels it touches, a wider one those whose centre it holds.</source>
        <translation>Eine Linie der Breite 0 gilt für die Pixel, die sie berührt, eine breitere für die, deren Mittelpunkt in ihr liegt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Overall accuracy (cross-validation by polygons)</source>
        <translation>Gesamtgenauigkeit (Kreuzvalidierung nach Polygonen)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Average accuracy of the classes (cross-validation)</source>
        <translation>Mittlere Genauigkeit der Klassen (Kreuzvalidierung)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Kappa (cross-validation)</source>
        <translation>Kappa (Kreuzvalidierung)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <location filename="../../algorithms/tune.py"/>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Let lda use diffusion features</source>
        <translation>Diffusionsmerkmale für lda verwenden</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>The map as a GeoTIFF on the grid of the image; class names and colours stand in the file. 0 is where the image has no data.</source>
        <translation>Die Karte als GeoTIFF im Gitter des Bildes; Namen und Farben der Klassen stehen in der Datei. 0 steht, wo das Bild keine Daten hat.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with the probability of the chosen class in percent. Where it is low, more examples help most.</source>
        <translation>Ein GeoTIFF mit der Wahrscheinlichkeit der gewählten Klasse in Prozent. Wo sie niedrig ist, helfen weitere Beispiele am meisten.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with one band a class: the probability of that class, 0 to 1.</source>
        <translation>Ein GeoTIFF mit einem Kanal je Klasse: die Wahrscheinlichkeit dieser Klasse, 0 bis 1.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF that tells how unlike all training pixels a pixel is. Above 1 it looks like nothing the model has learnt from, and the accuracies do not speak of it.</source>
        <translation>Ein GeoTIFF, das sagt, wie unähnlich ein Pixel allen Trainingspixeln ist. Über 1 ähnelt es nichts, woraus das Modell gelernt hat, und die Genauigkeiten gelten dafür nicht.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <location filename="../../gui/map_section.py"/>
        <source>Confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Probabilities of the classes</source>
        <translation>Wahrscheinlichkeiten der Klassen</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Area of applicability</source>
        <translation>Anwendbarkeitsbereich</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Share of the scene outside the area of applicability</source>
        <translation>Anteil der Szene außerhalb des Anwendbarkeitsbereichs</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/more_scenes.py"/>
        <source>Images of the same sensor on which examples lie as well; the one layer of examples serves all. Bands are matched by wavelength to the first image. Whole scenes are then held out for the accuracies, where each class lies in two of them.</source>
        <translation>Bilder desselben Sensors, auf denen ebenfalls Beispiele liegen; der eine Layer mit Beispielen gilt für alle. Kanäle werden nach Wellenlänge dem ersten Bild zugeordnet. Für die Genauigkeiten werden dann ganze Szenen zurückgehalten, sofern jede Klasse in zweien davon vorkommt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/more_scenes.py"/>
        <source>Further scenes with labels</source>
        <translation>Weitere Szenen mit Beispielen</translation>
    </message>
    <message>
        <location filename="../../algorithms/provider.py"/>
        <source>GeoDiffNet: hyperspectral classification</source>
        <translation>GeoDiffNet: Hyperspektral-Klassifikation</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>The scene, as reflectance, with at least three bands. Wavelengths and bad bands are read from its metadata where there are any. Every format and subdataset that QGIS opens as a raster layer will do, and the metadata file or folder of an EnMAP, PRISMA, DESIS or EMIT product.</source>
        <translation>Die Szene als Reflexionsgrad, mit mindestens drei Kanälen. Wellenlängen und schlechte Kanäle werden aus ihren Metadaten gelesen, wenn es welche gibt. Möglich sind jedes Format und jeder Unterdatensatz, die QGIS als Rasterlayer öffnet, sowie die Metadatendatei oder der Ordner eines EnMAP-, PRISMA-, DESIS- oder EMIT-Produkts.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Where to compute: auto takes a graphics card where there is a suitable one; cpu the processor; cuda an NVIDIA card; mps the graphics of an Apple computer.</source>
        <translation>Wo gerechnet wird: auto nimmt eine Grafikkarte, wenn es eine geeignete gibt; cpu den Prozessor; cuda eine NVIDIA-Karte; mps die Grafik eines Apple-Computers.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>How much memory the computation may use, roughly. Left empty it is chosen by what is free; set less when the computation was stopped for lack of memory.</source>
        <translation>Wie viel Arbeitsspeicher die Berechnung ungefähr verwenden darf. Bleibt es leer, richtet es sich nach dem freien; setzen Sie weniger, wenn die Berechnung aus Mangel an Speicher beendet wurde.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Bands in the windows of water vapour (1340–1460, 1790–1960 and above 2450 nm) and bands whose values hardly differ. The log names them.</source>
        <translation>Kanäle in den Fenstern des Wasserdampfs (1340–1460, 1790–1960 und über 2450 nm) und Kanäle, deren Werte sich kaum unterscheiden. Das Protokoll nennt sie.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Hyperspectral image</source>
        <translation>Hyperspektralbild</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Memory limit (MB)</source>
        <translation>Speichergrenze (MB)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Bands to leave out</source>
        <translation>Auszulassende Kanäle</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Numbers and ranges, such as 1-5, 130-135, besides the bands that the image itself marks as bad or that are empty.</source>
        <translation>Nummern und Bereiche, etwa 1-5, 130-135, zusätzlich zu den Kanälen, die das Bild selbst als schlecht kennzeichnet oder die leer sind.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Bands for red, green and blue</source>
        <translation>Kanäle für Rot, Grün und Blau</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Three band numbers, such as 30, 20, 10, for an image without wavelengths; otherwise they are found by wavelength.</source>
        <translation>Drei Kanalnummern, etwa 30, 20, 10, für ein Bild ohne Wellenlängen; sonst werden sie nach Wellenlänge gefunden.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Also leave out bands without signal</source>
        <translation>Auch Kanäle ohne Signal auslassen</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Choose the hyperspectral scene itself rather than a map or a band of it.</source>
        <translation>Wählen Sie die Hyperspektralszene selbst statt einer Karte oder eines ihrer Kanäle.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>The image {} has too few bands ({}); at least {} are needed.</source>
        <translation>Das Bild {} hat zu wenige Kanäle ({}); mindestens {} werden benötigt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Set up the backend</source>
        <translation>Backend einrichten</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Set-up</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>install,installation,environment,python,pip,torch,pytorch,cuda,gpu,dependencies,upgrade,repair,verify,uninstall,offline,wheels</source>
        <translation>installieren,Installation,Umgebung,Python,pip,torch,PyTorch,CUDA,GPU,Abhängigkeiten,aktualisieren,reparieren,prüfen,deinstallieren,offline,Wheels</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Makes, checks, repairs or removes the Python environment that computes.</source>
        <translation>Erstellt, prüft, repariert oder entfernt die Python-Umgebung, in der gerechnet wird.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>&lt;p&gt;GeoDiffNet computes in a Python environment of its own, apart from QGIS&apos;s. This makes it in your QGIS profile: no administrator is needed, and nothing else on the computer changes.&lt;/p&gt;&lt;p&gt;Every file is checked against the one that was tested. A set-up that is cancelled or breaks off leaves what was there before; the next one goes on with what is already downloaded. In the end a self-test runs.&lt;/p&gt;&lt;p&gt;The same can be done under &lt;i&gt;Settings ▸ Options ▸ GeoDiffNet&lt;/i&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;GeoDiffNet rechnet in einer eigenen Python-Umgebung, getrennt von der von QGIS. Dies erstellt sie in Ihrem QGIS-Profil: Administratorrechte sind nicht nötig, und sonst ändert sich nichts am Computer.&lt;/p&gt;&lt;p&gt;Jede Datei wird mit der getesteten verglichen. Eine Einrichtung, die abgebrochen wird oder abbricht, lässt bestehen, was vorher da war; die nächste fährt mit dem fort, was schon heruntergeladen ist. Am Ende läuft ein Selbsttest.&lt;/p&gt;&lt;p&gt;Dasselbe ist auch unter &lt;i&gt;Einstellungen ▸ Optionen ▸ GeoDiffNet&lt;/i&gt; möglich.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>setup: make the environment, or upgrade it after an upgrade of the plugin. verify: run the self-test. repair: make it anew. download: only fill a folder of wheels, for computers without a network. use: use a Python of your own. remove: delete the environment.</source>
        <translation>setup: die Umgebung erstellen oder sie nach einer Aktualisierung der Erweiterung aktualisieren. verify: den Selbsttest ausführen. repair: sie neu erstellen. download: nur einen Ordner mit Wheels füllen, für Computer ohne Netz. use: ein eigenes Python verwenden. remove: die Umgebung löschen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>auto takes the build for NVIDIA graphics cards (CUDA, a download of about 3 GB) where a driver that is new enough answers, and the small one for the CPU otherwise (about 0.4 GB). Macs have one build, which uses Apple&apos;s GPU.</source>
        <translation>auto nimmt die Ausgabe für NVIDIA-Grafikkarten (CUDA, ein Download von etwa 3 GB), wenn ein ausreichend neuer Treiber antwortet, und sonst die kleine für die CPU (etwa 0,4 GB). Für Macs gibt es eine einzige, die Apples GPU verwendet.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Install from this folder, without a network; with the action “download”, the folder to fill. It must hold the tested files, for this system and Python.</source>
        <translation>Aus diesem Ordner installieren, ohne Netz; bei der Aktion „download“ der zu füllende Ordner. Er muss die getesteten Dateien für dieses System und dieses Python enthalten.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>The Python to make the environment with, if not the one that is found (QGIS&apos;s own on Windows, the system&apos;s python3 on Linux). With the action “use”, the interpreter of an environment of your own that has all packages; empty to use the profile&apos;s environment again.</source>
        <translation>Das Python, mit dem die Umgebung erstellt wird, wenn nicht das gefundene (das von QGIS unter Windows, python3 des Systems unter Linux). Bei der Aktion „use“ der Interpreter einer eigenen Umgebung, die alle Pakete enthält; leer, um wieder die Umgebung des Profils zu verwenden.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Build of PyTorch</source>
        <translation>Ausgabe von PyTorch</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Folder of wheels</source>
        <translation>Ordner mit Wheels</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Folder of the environment</source>
        <translation>Ordner der Umgebung</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Seconds of the self-test</source>
        <translation>Sekunden des Selbsttests</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../bridge/setup/actions.py"/>
        <source>There is no folder to download to.</source>
        <translation>Es gibt keinen Ordner, in den heruntergeladen werden soll.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Choose one under “Folder of wheels”.</source>
        <translation>Wählen Sie einen unter „Ordner mit Wheels“.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Cancelled; what was there before is as it was.</source>
        <translation>Abgebrochen; was vorher da war, ist unverändert.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Field with the class</source>
        <translation>Feld mit der Klasse</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Check that the file exists and opens in QGIS as a vector layer.</source>
        <translation>Prüfen Sie, ob die Datei existiert und sich in QGIS als Vektorlayer öffnen lässt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Choose a layer of polygons, points or lines drawn on the image.</source>
        <translation>Wählen Sie einen Layer mit Polygonen, Punkten oder Linien, die auf das Bild gezeichnet sind.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Draw some, or, where “selected features only” is ticked, select some or untick it.</source>
        <translation>Zeichnen Sie welche oder, wenn „Nur gewählte Objekte“ angekreuzt ist, wählen Sie welche aus oder entfernen Sie das Kreuz.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{} cannot be opened: {}</source>
        <translation>{} kann nicht geöffnet werden: {}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: {} is a table without shapes.</source>
        <translation>{}: {} ist eine Tabelle ohne Geometrien.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{} have no field “{}”.</source>
        <translation>{} haben kein Feld „{}“.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Choose one of their fields: {}.</source>
        <translation>Wählen Sie eines ihrer Felder: {}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>there is none</source>
        <translation>es gibt keines</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{} have no coordinate system; the image&apos;s is taken.</source>
        <translation>{} haben kein Koordinatensystem; das des Bildes wird verwendet.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: there are none.</source>
        <translation>{}: Es gibt keine.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: {} had crossing edges; repaired.</source>
        <translation>{}: {} hatten sich kreuzende Kanten; sie wurden repariert.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Suggest where to label next</source>
        <translation>Vorschlagen, was als Nächstes zu annotieren ist</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Labelling</source>
        <translation>Annotation</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>hyperspectral,active learning,training,examples,sampling,uncertainty,novelty</source>
        <translation>hyperspektral,aktives Lernen,Training,Beispiele,Stichprobe,Unsicherheit,Neuartigkeit</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Finds the places whose class would teach a model most.</source>
        <translation>Findet die Orte, deren Klasse ein Modell am meisten lehren würde.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>&lt;p&gt;Finds places in a scene whose class would teach a model most: where it wavers between classes, what looks unlike anything it has learnt from, and never many of the same kind.&lt;/p&gt;&lt;p&gt;The result is a layer to be filled in: look at each place, write its class into the field, correct or enlarge the shape, and delete what you cannot tell. Then add the places to your examples and classify again.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Findet Orte in einer Szene, deren Klasse ein Modell am meisten lehren würde: wo es zwischen Klassen schwankt, was nichts ähnelt, woraus es gelernt hat, und nie viele von derselben Art.&lt;/p&gt;&lt;p&gt;Das Ergebnis ist ein Layer zum Ausfüllen: Sehen Sie sich jeden Ort an, tragen Sie seine Klasse in das Feld ein, berichtigen oder vergrößern Sie die Geometrie und löschen Sie, was Sie nicht bestimmen können. Fügen Sie die Orte dann Ihren Beispielen hinzu und klassifizieren Sie erneut.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>The examples that the model has learnt from. With them, places that look like one of them come last, and none lies on one.</source>
        <translation>Die Beispiele, aus denen das Modell gelernt hat. Mit ihnen kommen Orte, die einem davon ähneln, zuletzt, und keiner liegt auf einem.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>The field of the examples that holds their class. The suggested places get an empty field of that name.</source>
        <translation>Das Feld der Beispiele, das ihre Klasse enthält. Die vorgeschlagenen Orte erhalten ein leeres Feld dieses Namens.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>How many places to suggest; the most telling one has the number 1.</source>
        <translation>Wie viele Orte vorgeschlagen werden; der aufschlussreichste hat die Nummer 1.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>polygon: the outline of the pixel, ready to be enlarged; point: its middle.</source>
        <translation>polygon: der Umriss des Pixels, bereit zum Vergrößern; point: seine Mitte.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Within this distance a second place is hardly worth the way. Left empty it is chosen by the size of the scene and the number of places.</source>
        <translation>Innerhalb dieses Abstands lohnt ein zweiter Ort kaum den Weg. Bleibt es leer, richtet er sich nach der Größe der Szene und der Anzahl der Orte.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Where chance starts from: the same inputs with the same seed, same places.</source>
        <translation>Womit der Zufall beginnt: dieselben Eingaben mit demselben Startwert, dieselben Orte.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>A GeoPackage of the places: their number, an empty field for the class, the two likeliest classes, the confidence in percent and why the place was chosen.</source>
        <translation>Ein GeoPackage mit den Orten: ihre Nummer, ein leeres Feld für die Klasse, die beiden wahrscheinlichsten Klassen, die Konfidenz in Prozent und der Grund, aus dem der Ort gewählt wurde.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Number of places</source>
        <translation>Anzahl der Orte</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Shape of the places</source>
        <translation>Form der Orte</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Distance between places (pixels)</source>
        <translation>Abstand zwischen Orten (Pixel)</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Suggested places</source>
        <translation>Vorgeschlagene Orte</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Number of suggested places</source>
        <translation>Anzahl der vorgeschlagenen Orte</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>Train a model</source>
        <translation>Modell trainieren</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>hyperspectral,imaging spectroscopy,supervised,machine learning,deep learning,diffusion,linear discriminant analysis,random forest,support vector machine,fit,accuracy</source>
        <translation>hyperspektral,Bildspektroskopie,überwacht,maschinelles Lernen,Deep Learning,Diffusion,lineare Diskriminanzanalyse,Random Forest,Support Vector Machine,anpassen,Genauigkeit</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>Learns classes from drawn examples and keeps the model for other scenes.</source>
        <translation>Lernt Klassen aus gezeichneten Beispielen und bewahrt das Modell für andere Szenen auf.</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>&lt;p&gt;Learns to tell classes apart from the examples that you have drawn on a hyperspectral image, tells how well that works, and keeps the model in a file.&lt;/p&gt;&lt;p&gt;Nothing is mapped. &lt;i&gt;Apply a model&lt;/i&gt; maps this scene, or others of the same sensor, with the file; &lt;i&gt;Classify HSI with GeoDiffNet-F&lt;/i&gt; does both at once.&lt;/p&gt;&lt;p&gt;The accuracies come from cross-validation in which no polygon is used for training and testing at once.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Lernt, Klassen zu unterscheiden, aus den Beispielen, die Sie auf ein Hyperspektralbild gezeichnet haben, sagt, wie gut das gelingt, und bewahrt das Modell in einer Datei auf.&lt;/p&gt;&lt;p&gt;Es wird nichts kartiert. &lt;i&gt;Modell anwenden&lt;/i&gt; kartiert mit der Datei diese Szene oder andere desselben Sensors; &lt;i&gt;HSI mit GeoDiffNet-F klassifizieren&lt;/i&gt; tut beides auf einmal.&lt;/p&gt;&lt;p&gt;Die Genauigkeiten stammen aus einer Kreuzvalidierung, in der kein Polygon zugleich zum Trainieren und zum Testen dient.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>The file to keep the trained model in (.safetensors): all that is needed to map other scenes, on this or another computer. It holds no program code.</source>
        <translation>Die Datei, in der das trainierte Modell aufbewahrt wird (.safetensors): alles, was nötig ist, um andere Szenen zu kartieren, auf diesem oder einem anderen Computer. Sie enthält keinen Programmcode.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Make a training layer</source>
        <translation>Trainingslayer erstellen</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>hyperspectral,training,examples,polygons,digitise,draw,classes,labels,GeoPackage</source>
        <translation>hyperspektral,Training,Beispiele,Polygone,digitalisieren,zeichnen,Klassen,Annotation,GeoPackage</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Makes an empty layer to draw examples of your classes in.</source>
        <translation>Erstellt einen leeren Layer, in den Beispiele Ihrer Klassen gezeichnet werden.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>&lt;p&gt;Makes an empty layer of polygons in which you draw examples of your classes, in the coordinate system of the scene.&lt;/p&gt;&lt;p&gt;Each class has its colour, and the form that QGIS opens for a new polygon offers the classes as a list. Names and colours are kept in the GeoPackage itself, and the class map takes them over.&lt;/p&gt;&lt;p&gt;The panel &lt;i&gt;GeoDiffNet labelling&lt;/i&gt; makes such a layer, too, and helps to draw in it.&lt;/p&gt;&lt;p&gt;Example of a class list: &lt;code&gt;water=#2f7fd1, tree, roof=#d1453b&lt;/code&gt;&lt;/p&gt;</source>
        <translation>&lt;p&gt;Erstellt einen leeren Polygonlayer, in den Sie Beispiele Ihrer Klassen zeichnen, im Koordinatensystem der Szene.&lt;/p&gt;&lt;p&gt;Jede Klasse hat ihre Farbe, und das Formular, das QGIS für ein neues Polygon öffnet, bietet die Klassen als Liste an. Namen und Farben werden im GeoPackage selbst aufbewahrt, und die Klassenkarte übernimmt sie.&lt;/p&gt;&lt;p&gt;Auch das Bedienfeld &lt;i&gt;GeoDiffNet-Annotation&lt;/i&gt; erstellt einen solchen Layer und hilft, darin zu zeichnen.&lt;/p&gt;&lt;p&gt;Beispiel einer Klassenliste: &lt;code&gt;Wasser=#2f7fd1, Baum, Dach=#d1453b&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>The scene to draw on; the new layer gets its coordinate system.</source>
        <translation>Die Szene, auf die gezeichnet wird; der neue Layer erhält ihr Koordinatensystem.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>The classes, one a line or separated by commas, each as its name or as name=#rrggbb. Classes without a colour get one; more can be added later.</source>
        <translation>Die Klassen, eine je Zeile oder durch Kommas getrennt, jede als ihr Name oder als Name=#rrggbb. Klassen ohne Farbe erhalten eine; später können weitere hinzugefügt werden.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>The GeoPackage to make, with a text field “class”. A file that holds features already is never overwritten.</source>
        <translation>Das zu erstellende GeoPackage, mit einem Textfeld „class“. Eine Datei, die schon Objekte enthält, wird nie überschrieben.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Training polygons</source>
        <translation>Trainingspolygone</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Classes: {}.</source>
        <translation>Klassen: {}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Find the best features</source>
        <translation>Beste Merkmale finden</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>hyperspectral,hyperparameters,grid search,tuning,decoder block,timestep,composite,diffusion,cross-validation,clusters</source>
        <translation>hyperspektral,Hyperparameter,Rastersuche,Abstimmung,Decoderblock,Zeitschritt,Farbbild,Diffusion,Kreuzvalidierung,Cluster</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Tells which block, timestep and composite of a network suit a scene.</source>
        <translation>Sagt, welcher Block, welcher Zeitschritt und welches Farbbild eines Netzes zu einer Szene passen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>&lt;p&gt;Tries blocks and timesteps of the diffusion network, and pictures of the scene for it to look at, and tells which ones tell your classes apart best: a report with the accuracy of every setting, and what each sees of the scene without any label.&lt;/p&gt;&lt;p&gt;All settings are tested on the same parts of the examples; no polygon is used for training and testing at once. What is read by default, several blocks of several composites at once, is tried as well: often it is better than any single one.&lt;/p&gt;&lt;p&gt;The best setting can be given to &lt;i&gt;Classify HSI with GeoDiffNet-F&lt;/i&gt; and &lt;i&gt;Train a model&lt;/i&gt;, among the advanced parameters.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Probiert Blöcke und Zeitschritte des Diffusionsnetzes sowie Bilder der Szene aus, die es betrachten soll, und sagt, welche Ihre Klassen am besten unterscheiden: ein Bericht mit der Genauigkeit jeder Einstellung und dem, was jede ohne Beispiele in der Szene sieht.&lt;/p&gt;&lt;p&gt;Alle Einstellungen werden an denselben Teilen der Beispiele getestet; kein Polygon dient zugleich zum Trainieren und zum Testen. Was voreingestellt gelesen wird, mehrere Blöcke mehrerer Farbbilder zugleich, wird ebenfalls ausprobiert: Oft ist es besser als jede einzelne.&lt;/p&gt;&lt;p&gt;Die beste Einstellung können Sie bei &lt;i&gt;HSI mit GeoDiffNet-F klassifizieren&lt;/i&gt; und &lt;i&gt;Modell trainieren&lt;/i&gt; unter den fortgeschrittenen Parametern angeben.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>A web page with a heat map of all settings, and clusters of what each sees beside the composites; the numbers go beside it as JSON.</source>
        <translation>Eine Webseite mit einer Heatmap aller Einstellungen und Clustern dessen, was jede sieht, neben den Farbbildern; die Zahlen werden daneben als JSON abgelegt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>What learns from the features: geodiffnet sees nothing but them, so that they are compared; geodiffnet-f sees the spectrum as well, so that only what they add to it counts.</source>
        <translation>Was aus den Merkmalen lernt: geodiffnet sieht nichts als sie, sodass sie selbst verglichen werden; geodiffnet-f sieht auch das Spektrum, sodass nur zählt, was sie ihm hinzufügen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Best decoder block</source>
        <translation>Bester Decoderblock</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Best timestep</source>
        <translation>Bester Zeitschritt</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Best composite</source>
        <translation>Bestes Farbbild</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Decoder blocks to try</source>
        <translation>Auszuprobierende Decoderblöcke</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Numbers such as 2, 5, 8, 11. Low ones see wide and coarse, high ones near and fine; the number after the last block is the picture that the network has denoised. Left empty, some spread over the network are tried.</source>
        <translation>Nummern wie 2, 5, 8, 11. Niedrige sehen weit und grob, hohe nah und fein; die Nummer nach dem letzten Block ist das Bild, das das Netz entrauscht hat. Bleibt es leer, werden einige über das Netz verteilte ausprobiert.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Timesteps to try</source>
        <translation>Auszuprobierende Zeitschritte</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>How noisy the network is to take the scene: numbers from 0, clean, to 999, nothing but noise. Left empty, 50, 150 and 300 are tried.</source>
        <translation>Für wie verrauscht das Netz die Szene halten soll: Zahlen von 0, rauschfrei, bis 999, nichts als Rauschen. Bleibt es leer, werden 50, 150 und 300 ausprobiert.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Composites to try</source>
        <translation>Auszuprobierende Farbbilder</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Pictures of the scene out of rgb, cir, swir, pca1 (principal components 1 to 3) and pca2 (4 to 6); with + between them, such as rgb+pca1, they are read together. Left empty, pca1+pca2 and rgb are tried.</source>
        <translation>Bilder der Szene aus rgb, cir, swir, pca1 (Hauptkomponenten 1 bis 3) und pca2 (4 bis 6); mit + dazwischen, etwa rgb+pca1, werden sie zusammen gelesen. Bleibt es leer, werden pca1+pca2 und rgb ausprobiert.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>Write a name before the colour, such as water=#2f7fd1.</source>
        <translation>Schreiben Sie einen Namen vor die Farbe, etwa Wasser=#2f7fd1.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>Write it as #rrggbb, such as water=#2f7fd1, or leave it away.</source>
        <translation>Schreiben Sie sie als #rrggbb, etwa Wasser=#2f7fd1, oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>Name each class once.</source>
        <translation>Nennen Sie jede Klasse nur einmal.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>A class has no name: {}</source>
        <translation>Eine Klasse hat keinen Namen: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>The class {} has no colour that can be read: {}</source>
        <translation>Die Klasse {} hat keine lesbare Farbe: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>The class {} is in the list twice.</source>
        <translation>Die Klasse {} steht zweimal in der Liste.</translation>
    </message>
    <message>
        <location filename="../../bridge/labels.py"/>
        <location filename="../../gui/composites.py"/>
        <source>Check that the disk of the temporary folder has space left.</source>
        <translation>Prüfen Sie, ob auf dem Datenträger des temporären Ordners Platz ist.</translation>
    </message>
    <message>
        <location filename="../../bridge/labels.py"/>
        <source>The labels could not be written to {}: {}</source>
        <translation>Die Beispiele konnten nicht nach {} geschrieben werden: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>signal {}</source>
        <translation>Signal {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>exit status {}</source>
        <translation>Exit-Status {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>about {} h left</source>
        <translation>noch etwa {} h</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>Log of the backend: {}</source>
        <translation>Protokoll des Backends: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>The system stopped the computation, probably because it ran out of memory.</source>
        <translation>Das System hat die Berechnung beendet, wahrscheinlich weil der Arbeitsspeicher nicht reichte.</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>about {} s left</source>
        <translation>noch etwa {} s</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>about {} min left</source>
        <translation>noch etwa {} min</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>The computation stopped unexpectedly ({}{}).</source>
        <translation>Die Berechnung wurde unerwartet beendet ({}{}).</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>Please report this, with the log: {}</source>
        <translation>Bitte melden Sie dies mit dem Protokoll: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>The computation has said nothing for {} minutes. If the computer is not busy with it, it is stuck: cancel it and run it again.</source>
        <translation>Die Berechnung hat seit {} Minuten nichts gemeldet. Wenn der Computer nicht damit beschäftigt ist, hängt sie: Brechen Sie sie ab und starten Sie sie neu.</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>The Python in which GeoDiffNet computes could not be started: {}</source>
        <translation>Das Python, in dem GeoDiffNet rechnet, konnte nicht gestartet werden: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>Check that {} is a Python interpreter you may run.</source>
        <translation>Prüfen Sie, ob {} ein Python-Interpreter ist, den Sie ausführen dürfen.</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>Close other programs, set a smaller memory limit under the advanced parameters, or classify a smaller part of the scene. Log: {}</source>
        <translation>Schließen Sie andere Programme, setzen Sie unter den fortgeschrittenen Parametern eine kleinere Speichergrenze oder klassifizieren Sie einen kleineren Teil der Szene. Protokoll: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>Unexpected output of the backend: {}</source>
        <translation>Unerwartete Ausgabe des Backends: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/rasters.py"/>
        <source>Export the layer to a GeoTIFF and choose that file.</source>
        <translation>Exportieren Sie den Layer in ein GeoTIFF und wählen Sie diese Datei.</translation>
    </message>
    <message>
        <location filename="../../bridge/rasters.py"/>
        <source>Save the layer to a file and choose that file.</source>
        <translation>Speichern Sie den Layer in eine Datei und wählen Sie diese.</translation>
    </message>
    <message>
        <location filename="../../bridge/rasters.py"/>
        <source>The image {} is not a raster file.</source>
        <translation>Das Bild {} ist keine Rasterdatei.</translation>
    </message>
    <message>
        <location filename="../../bridge/rasters.py"/>
        <source>The image {} exists in the memory of QGIS only.</source>
        <translation>Das Bild {} gibt es nur im Arbeitsspeicher von QGIS.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python environment in which GeoDiffNet computes is not set up yet.</source>
        <translation>Die Python-Umgebung, in der GeoDiffNet rechnet, ist noch nicht eingerichtet.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Run “Set up the backend” in the Processing Toolbox (GeoDiffNet), or open Settings ▸ Options ▸ GeoDiffNet. It takes some minutes, once.</source>
        <translation>Starten Sie „Backend einrichten“ in der Verarbeitungswerkzeugkiste (GeoDiffNet) oder öffnen Sie Einstellungen ▸ Optionen ▸ GeoDiffNet. Es dauert einmalig einige Minuten.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python in which GeoDiffNet computes does not run.</source>
        <translation>Das Python, in dem GeoDiffNet rechnet, lässt sich nicht ausführen.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Choose another one, or none, by “Set up the backend” in the toolbox.</source>
        <translation>Wählen Sie mit „Backend einrichten“ in der Werkzeugkiste ein anderes oder keines.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Repair the environment of {}, or name another one by {}.</source>
        <translation>Reparieren Sie die Umgebung von {} oder nennen Sie mit {} eine andere.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Run “Set up the backend” in the Processing Toolbox with the action “Repair”. It uses {} now.</source>
        <translation>Starten Sie „Backend einrichten“ in der Verarbeitungswerkzeugkiste mit der Aktion „repair“. Verwendet wird zurzeit {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python in which GeoDiffNet computes lacks: {}.</source>
        <translation>Dem Python, in dem GeoDiffNet rechnet, fehlt: {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python that {} names is not there: {}</source>
        <translation>Das Python, das {} nennt, ist nicht vorhanden: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Correct or remove the environment variable {} and restart QGIS.</source>
        <translation>Berichtigen oder entfernen Sie die Umgebungsvariable {} und starten Sie QGIS neu.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python of your own that is to be used is not there: {}</source>
        <translation>Das eigene Python, das verwendet werden soll, ist nicht vorhanden: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>From now on, the environment in the profile is used.</source>
        <translation>Ab jetzt wird die Umgebung im Profil verwendet.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Choose the interpreter itself: python3, or python.exe on Windows.</source>
        <translation>Wählen Sie den Interpreter selbst: python3 oder, unter Windows, python.exe.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Removing</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Close the other windows of QGIS and remove it again.</source>
        <translation>Schließen Sie die anderen QGIS-Fenster und entfernen Sie sie noch einmal.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Looking for Python and a graphics card</source>
        <translation>Suche nach Python und einer Grafikkarte</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>The backend is set up and up to date.</source>
        <translation>Das Backend ist eingerichtet und aktuell.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>The folder is complete: {}</source>
        <translation>Der Ordner ist vollständig: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Removed: {}</source>
        <translation>Entfernt: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Checking the folder of wheels</source>
        <translation>Prüfen des Ordners mit Wheels</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} is not a Python that runs.</source>
        <translation>{} ist kein lauffähiges Python.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Some files are in use and were not removed: {}</source>
        <translation>Einige Dateien sind in Gebrauch und wurden nicht entfernt: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>PyTorch {}, build “{}”: {}</source>
        <translation>PyTorch {}, Ausgabe „{}“: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Log of the set-up: {}</source>
        <translation>Protokoll der Einrichtung: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>The environment variable {} is set and is used instead.</source>
        <translation>Die Umgebungsvariable {} ist gesetzt und wird stattdessen verwendet.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Network: {}</source>
        <translation>Netz: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>To download: {}, {} files</source>
        <translation>Herunterzuladen: {}, {} Dateien</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Downloading</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>Downloading: {} of {}</source>
        <translation>Herunterladen: {} von {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>The folder of wheels lacks {} of {} files: {}</source>
        <translation>Im Ordner mit Wheels fehlen {} von {} Dateien: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>Fill it on a computer with a network by the action “Download only”, with the same system, version of Python ({}) and build of PyTorch ({}).</source>
        <translation>Füllen Sie ihn auf einem Computer mit Netz mit der Aktion „Nur herunterladen“, mit demselben System, derselben Python-Version ({}) und derselben Ausgabe von PyTorch ({}).</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>Downloaded before and still good: {} files</source>
        <translation>Früher heruntergeladen und noch in Ordnung: {} Dateien</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>{} Trying again.</source>
        <translation>{} Neuer Versuch.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>{} (damaged, or not the tested file)</source>
        <translation>{} (beschädigt oder nicht die getestete Datei)</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The disk became full.</source>
        <translation>Der Datenträger ist voll geworden.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Free some space; what was downloaded is kept.</source>
        <translation>Schaffen Sie Platz; was heruntergeladen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A downloaded file is not the one that was tested.</source>
        <translation>Eine heruntergeladene Datei ist nicht die getestete.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A broken download or a proxy that changes files is likely. Try again; if it stays, nothing unsafe was installed, and the file named in the log should be reported.</source>
        <translation>Wahrscheinlich war der Download fehlerhaft, oder ein Proxy ändert Dateien. Versuchen Sie es noch einmal; wenn es bleibt: Es wurde nichts Unsicheres installiert, und die im Protokoll genannte Datei sollte gemeldet werden.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The proxy refuses, or is not there.</source>
        <translation>Der Proxy verweigert den Zugang oder ist nicht da.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Check address, user and password under Settings ▸ Options ▸ Network, or install from a folder of wheels.</source>
        <translation>Prüfen Sie Adresse, Benutzer und Passwort unter Einstellungen ▸ Optionen ▸ Netzwerk oder installieren Sie aus einem Ordner mit Wheels.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The certificate of the package index is not trusted.</source>
        <translation>Dem Zertifikat des Paketverzeichnisses wird nicht vertraut.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Your network probably opens encrypted connections with a certificate of its own. Add that under Settings ▸ Options ▸ Authentication ▸ Manage Certificates, and try again. A wrong date of the computer has the same effect.</source>
        <translation>Ihr Netz öffnet wahrscheinlich verschlüsselte Verbindungen mit einem eigenen Zertifikat. Fügen Sie es unter Einstellungen ▸ Optionen ▸ Authentifizierung ▸ Zertifikate verwalten hinzu und versuchen Sie es noch einmal. Ein falsches Datum des Computers hat dieselbe Wirkung.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A path became too long.</source>
        <translation>Ein Pfad ist zu lang geworden.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>Allow long paths in Windows (LongPathsEnabled), or start QGIS with a profile in a shorter folder (--profiles-path).</source>
        <translation>Erlauben Sie in Windows lange Pfade (LongPathsEnabled) oder starten Sie QGIS mit einem Profil in einem kürzeren Ordner (--profiles-path).</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Windows did not let a file be written or opened.</source>
        <translation>Windows hat eine Datei nicht schreiben oder öffnen lassen.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>An antivirus program is the likely cause: let it skip the folder named in the log, close other windows of QGIS, and try again.</source>
        <translation>Wahrscheinliche Ursache ist ein Virenschutzprogramm: Lassen Sie es den im Protokoll genannten Ordner auslassen, schließen Sie andere QGIS-Fenster und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A file in the profile could not be written.</source>
        <translation>Eine Datei im Profil konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Check that the folder belongs to you and no program protects it.</source>
        <translation>Prüfen Sie, ob der Ordner Ihnen gehört und kein Programm ihn schützt.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>This Python lacks the module that makes environments.</source>
        <translation>Diesem Python fehlt das Modul, das Umgebungen erstellt.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Install it; on Debian and Ubuntu: sudo apt install python3-venv</source>
        <translation>Installieren Sie es; unter Debian und Ubuntu: sudo apt install python3-venv</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A package that is needed is not offered here.</source>
        <translation>Ein benötigtes Paket wird hier nicht angeboten.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>If the network was reached, the index that pip is configured to use lacks it; if it was not, the log says why.</source>
        <translation>Wenn das Netz erreicht wurde, fehlt es in dem Verzeichnis, das in pip eingestellt ist; wenn nicht, sagt das Protokoll, warum.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The package index cannot be reached, or broke off.</source>
        <translation>Das Paketverzeichnis ist nicht erreichbar, oder die Verbindung brach ab.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Check the network and try again: files that are complete are not downloaded twice.</source>
        <translation>Prüfen Sie das Netz und versuchen Sie es noch einmal: Vollständige Dateien werden nicht zweimal heruntergeladen.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Log: {}</source>
        <translation>Protokoll: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Try again; if it stays, please report it with the log.</source>
        <translation>Versuchen Sie es noch einmal; wenn es bleibt, melden Sie es bitte mit dem Protokoll.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>{} failed: {}</source>
        <translation>{} ist fehlgeschlagen: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>without a word</source>
        <translation>ohne ein Wort</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/installing.py"/>
        <source>Making the environment</source>
        <translation>Erstellen der Umgebung</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/installing.py"/>
        <source>Updating the installer</source>
        <translation>Aktualisieren des Installationsprogramms</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/installing.py"/>
        <source>Installing</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/installing.py"/>
        <source>Installing: {} of {} packages</source>
        <translation>Installieren: {} von {} Paketen</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install one with your system&apos;s package manager (on Debian and Ubuntu: sudo apt install python3 python3-venv), or choose one under “Python”.</source>
        <translation>Installieren Sie eines mit der Paketverwaltung Ihres Systems (unter Debian und Ubuntu: sudo apt install python3 python3-venv) oder wählen Sie eines unter „Python“.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>No Python was found to make the environment with.</source>
        <translation>Es wurde kein Python gefunden, mit dem die Umgebung erstellt werden könnte.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install Python 3.12 (64 bit) from python.org for yourself, which needs no administrator, or choose one under “Python”.</source>
        <translation>Installieren Sie Python 3.12 (64 Bit) von python.org für sich selbst, wozu keine Administratorrechte nötig sind, oder wählen Sie eines unter „Python“.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install Python 3.12 from python.org, or choose one under “Python”.</source>
        <translation>Installieren Sie Python 3.12 von python.org oder wählen Sie eines unter „Python“.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>GeoDiffNet computes on Linux with glibc (x86-64, ARM), on Macs with Apple&apos;s processors, and on 64-bit Windows, because PyTorch does.</source>
        <translation>GeoDiffNet rechnet unter Linux mit glibc (x86-64, ARM), auf Macs mit Apple-Prozessoren und unter 64-Bit-Windows, weil PyTorch es so verlangt.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Choose the usual one, CPython.</source>
        <translation>Wählen Sie das übliche, CPython.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>There are no packages for this kind of computer ({}, {} bit).</source>
        <translation>Für diese Art von Computer gibt es keine Pakete ({}, {} Bit).</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} is another kind of Python than the packages are made for.</source>
        <translation>{} ist ein anderes Python als das, für das die Pakete gemacht sind.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} is not supported; Python {} to {} are.</source>
        <translation>{} wird nicht unterstützt, wohl aber Python {} bis {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} lacks the module that makes environments (venv).</source>
        <translation>{} fehlt das Modul, das Umgebungen erstellt (venv).</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install it, then try again. On Debian and Ubuntu: sudo apt install {}</source>
        <translation>Installieren Sie es und versuchen Sie es noch einmal. Unter Debian und Ubuntu: sudo apt install {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>Set an HTTP proxy under Settings ▸ Options ▸ Network, or install from a folder of wheels.</source>
        <translation>Stellen Sie unter Einstellungen ▸ Optionen ▸ Netzwerk einen HTTP-Proxy ein oder installieren Sie aus einem Ordner mit Wheels.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>proxy of the environment&apos;s variables</source>
        <translation>Proxy aus den Umgebungsvariablen</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>proxy {} of QGIS&apos;s settings</source>
        <translation>Proxy {} aus den Einstellungen von QGIS</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>{} certificates of your own from QGIS&apos;s settings</source>
        <translation>{} eigene Zertifikate aus den Einstellungen von QGIS</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>The SOCKS proxy {} of QGIS&apos;s settings cannot be used by pip.</source>
        <translation>Der SOCKS-Proxy {} aus den Einstellungen von QGIS kann von pip nicht verwendet werden.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Wait until it has finished; there is no need to start again.</source>
        <translation>Warten Sie, bis es fertig ist; Sie müssen nicht noch einmal beginnen.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Check that the disk is not full and that you may write to your profile.</source>
        <translation>Prüfen Sie, ob der Datenträger nicht voll ist und Sie in Ihr Profil schreiben dürfen.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source> (process {} on {})</source>
        <translation> (Prozess {} auf {})</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Another window of QGIS is setting the backend up{}.</source>
        <translation>Ein anderes QGIS-Fenster richtet das Backend gerade ein{}.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>The folder of the environment cannot be made: {}</source>
        <translation>Der Ordner der Umgebung kann nicht angelegt werden: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Check that you may write to your QGIS profile: {}</source>
        <translation>Prüfen Sie, ob Sie in Ihr QGIS-Profil schreiben dürfen: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Nothing can be written to {}.</source>
        <translation>Nach {} kann nichts geschrieben werden.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>Free some space and try again; nothing was written.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es noch einmal; es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>The disk has too little room: {} are needed, {} are free in {}.</source>
        <translation>Auf dem Datenträger ist zu wenig Platz: {} werden gebraucht, {} sind frei in {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>The folder&apos;s path is too long for Windows by {} characters: {}</source>
        <translation>Der Pfad des Ordners ist für Windows um {} Zeichen zu lang: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>The backend was set up by another version of the plugin. If something goes wrong, upgrade it first: “Set up the backend”.</source>
        <translation>Das Backend wurde von einer anderen Version der Erweiterung eingerichtet. Wenn etwas nicht klappt, aktualisieren Sie es zuerst: „Backend einrichten“.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>In use: the Python that the environment variable GEODIFFNET_PYTHON names.</source>
        <translation>In Gebrauch: das Python, das die Umgebungsvariable GEODIFFNET_PYTHON nennt.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>Set up by another version of the plugin; an upgrade is available.</source>
        <translation>Von einer anderen Version der Erweiterung eingerichtet; eine Aktualisierung ist verfügbar.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>The backend is set up.</source>
        <translation>Das Backend ist eingerichtet.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>In use: the developers&apos; environment beside the sources.</source>
        <translation>In Gebrauch: die Umgebung der Entwickler neben den Quellen.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>In use: a Python of your own, {}</source>
        <translation>In Gebrauch: ein eigenes Python, {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>for this Python, the small build without CUDA is not offered</source>
        <translation>für dieses Python wird die kleine Ausgabe ohne CUDA nicht angeboten</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>no NVIDIA driver answers, so it will compute on the CPU</source>
        <translation>kein NVIDIA-Treiber antwortet, es wird also auf der CPU gerechnet</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>Choose “auto”.</source>
        <translation>Wählen Sie „auto“.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>Apple&apos;s GPU and processor share one build</source>
        <translation>für Apples GPU und Prozessor gibt es eine gemeinsame Ausgabe</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>for this Python, no build with CUDA is offered</source>
        <translation>für dieses Python wird keine Ausgabe mit CUDA angeboten</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>no NVIDIA driver answers</source>
        <translation>kein NVIDIA-Treiber antwortet</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>as chosen</source>
        <translation>wie gewählt</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>the driver {} of {} is too old for CUDA {}, which needs {}</source>
        <translation>der Treiber {} von {} ist zu alt für CUDA {}, das {} braucht</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>{} (compute capability {}) is not supported by CUDA {} builds</source>
        <translation>{} (Compute Capability {}) wird von den Ausgaben mit CUDA {} nicht unterstützt</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>PyTorch has no build “{}” for this kind of computer and Python.</source>
        <translation>PyTorch hat keine Ausgabe „{}“ für diese Art von Computer und dieses Python.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>{} with driver {}</source>
        <translation>{} mit Treiber {}</translation>
    </message>
    <message>
        <location filename="../../bridge/tasks.py"/>
        <source>Please report this, with what View ▸ Panels ▸ Log Messages says.</source>
        <translation>Bitte melden Sie dies mit dem, was unter Ansicht ▸ Bedienfelder ▸ Protokollmeldungen steht.</translation>
    </message>
    <message>
        <location filename="../../bridge/tasks.py"/>
        <source>Something unexpected went wrong: {}.</source>
        <translation>Etwas Unerwartetes ist schiefgegangen: {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>Classes of GeoDiffNet</source>
        <translation>Klassen von GeoDiffNet</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>Choose another name, or open that file as the training layer.</source>
        <translation>Wählen Sie einen anderen Namen oder öffnen Sie diese Datei als Trainingslayer.</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>The file {} holds features already.</source>
        <translation>Die Datei {} enthält schon Objekte.</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>The training layer could not be written to {}: {}</source>
        <translation>Der Trainingslayer konnte nicht nach {} geschrieben werden: {}</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Nothing drawn yet.</source>
        <translation>Noch nichts gezeichnet.</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Double-click to choose another colour.</source>
        <translation>Doppelklicken Sie, um eine andere Farbe zu wählen.</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Click to draw; double-click to rename.</source>
        <translation>Klicken zum Zeichnen; doppelklicken zum Umbenennen.</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Few polygons: {} or more, spread over the scene, teach better.</source>
        <translation>Wenige Polygone: {} oder mehr, über die Szene verteilt, lehren besser.</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Few pixels: {} or more teach better.</source>
        <translation>Wenige Pixel: {} oder mehr lehren besser.</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <location filename="../../gui/layers_section.py"/>
        <source>Polygons</source>
        <translation>Polygone</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <location filename="../../gui/class_model.py"/>
        <source>Press {} to draw this class.</source>
        <translation>Drücken Sie {}, um diese Klasse zu zeichnen.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Draw polygons of the chosen class (or press its number).</source>
        <translation>Polygone der gewählten Klasse zeichnen (oder ihre Nummer drücken).</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Add a class</source>
        <translation>Klasse hinzufügen</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Remove the class</source>
        <translation>Klasse entfernen</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Merge the chosen classes</source>
        <translation>Gewählte Klassen zusammenführen</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Save the polygons</source>
        <translation>Polygone speichern</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Remove the class {} and its {} polygons? Undo brings them back.</source>
        <translation>Die Klasse {} und ihre {} Polygone entfernen? Rückgängig holt sie zurück.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Merge into</source>
        <translation>Zusammenführen zu</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Choose another colour…</source>
        <translation>Andere Farbe wählen …</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Choose a training layer above, or make a new one.</source>
        <translation>Wählen Sie oben einen Trainingslayer oder erstellen Sie einen neuen.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>class {}</source>
        <translation>Klasse {}</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Choose two or more classes with Ctrl+click to merge them.</source>
        <translation>Wählen Sie mit Strg+Klick zwei oder mehr Klassen, um sie zusammenzuführen.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Add a class with +, then draw.</source>
        <translation>Fügen Sie mit + eine Klasse hinzu und zeichnen Sie dann.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Colour of {}</source>
        <translation>Farbe von {}</translation>
    </message>
    <message>
        <location filename="../../gui/composites.py"/>
        <source>The image has too few pixels with values in every band for components.</source>
        <translation>Das Bild hat zu wenige Pixel mit Werten in allen Kanälen für Komponenten.</translation>
    </message>
    <message>
        <location filename="../../gui/composites.py"/>
        <source>Look at it in other bands.</source>
        <translation>Betrachten Sie es in anderen Kanälen.</translation>
    </message>
    <message>
        <location filename="../../gui/composites.py"/>
        <source>The picture of components could not be written to {}.</source>
        <translation>Das Bild der Komponenten konnte nicht nach {} geschrieben werden.</translation>
    </message>
    <message>
        <location filename="../../gui/cube.py"/>
        <source>Check that the file is complete.</source>
        <translation>Prüfen Sie, ob die Datei vollständig ist.</translation>
    </message>
    <message>
        <location filename="../../gui/cube.py"/>
        <source>Band {} of the image cannot be read.</source>
        <translation>Kanal {} des Bildes kann nicht gelesen werden.</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <location filename="../../gui/entry.py"/>
        <source>GeoDiffNet labelling</source>
        <translation>GeoDiffNet-Annotation</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <source>Press “Update map” to see what the new polygons change.</source>
        <translation>Drücken Sie „Karte aktualisieren“, um zu sehen, was die neuen Polygone ändern.</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <source>Spectra</source>
        <translation>Spektren</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <source>No place was found that would teach more than what is drawn.</source>
        <translation>Es wurde kein Ort gefunden, der mehr lehren würde als das Gezeichnete.</translation>
    </message>
    <message>
        <location filename="../../gui/draw_tool.py"/>
        <source>Draw a training polygon</source>
        <translation>Trainingspolygon zeichnen</translation>
    </message>
    <message>
        <location filename="../../gui/entry.py"/>
        <source>Draw training polygons and watch the class map grow.</source>
        <translation>Trainingspolygone zeichnen und zusehen, wie die Klassenkarte wächst.</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Choose a scene</source>
        <translation>Szene wählen</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>The hyperspectral image to classify.</source>
        <translation>Das zu klassifizierende Hyperspektralbild.</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Choose polygons, or make a new layer</source>
        <translation>Polygone wählen oder neuen Layer erstellen</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>The layer of polygons that you draw for your classes.</source>
        <translation>Der Layer mit den Polygonen, die Sie für Ihre Klassen zeichnen.</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>New…</source>
        <translation>Neu …</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Make an empty training layer for this scene.</source>
        <translation>Einen leeren Trainingslayer für diese Szene erstellen.</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Scene</source>
        <translation>Szene</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>The map is up to date. Its accuracy cannot be estimated yet: draw at least two polygons of each class, in different places.</source>
        <translation>Die Karte ist aktuell. Ihre Genauigkeit lässt sich noch nicht schätzen: Zeichnen Sie mindestens zwei Polygone je Klasse, an verschiedenen Orten.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Update map</source>
        <translation>Karte aktualisieren</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Learn from the polygons as they are now, saved or not, and map the scene.</source>
        <translation>Aus den Polygonen lernen, wie sie jetzt sind, gespeichert oder nicht, und die Szene kartieren.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Suggest next</source>
        <translation>Nächste vorschlagen</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Find the places whose class would teach most, and go through them.</source>
        <translation>Die Orte finden, deren Klasse am meisten lehren würde, und sie durchgehen.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Show the class map, or what lies under it.</source>
        <translation>Die Klassenkarte zeigen oder das, was darunter liegt.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Show how sure the map is: dark places are unsure and need polygons.</source>
        <translation>Zeigen, wie sicher die Karte ist: dunkle Stellen sind unsicher und brauchen Polygone.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>The method of the map. The linear discriminant is fitted in milliseconds.</source>
        <translation>Das Verfahren der Karte. Die lineare Diskriminanzanalyse ist in Millisekunden angepasst.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Stop; the map stays as it was.</source>
        <translation>Anhalten; die Karte bleibt, wie sie war.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Looking for places to label</source>
        <translation>Suche nach Orten zum Annotieren</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Stopped; nothing was changed.</source>
        <translation>Angehalten; es wurde nichts geändert.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Open a hyperspectral scene and choose it above.</source>
        <translation>Öffnen Sie eine Hyperspektralszene und wählen Sie sie oben.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Choose a layer of polygons, or make a new one.</source>
        <translation>Wählen Sie einen Polygonlayer oder erstellen Sie einen neuen.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>The map is up to date. Cross-validated accuracy: {} %.</source>
        <translation>Die Karte ist aktuell. Kreuzvalidierte Genauigkeit: {} %.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Linear discriminant (quick)</source>
        <translation>Lineare Diskriminanz (schnell)</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>GeoSpecNet (spectrum only)</source>
        <translation>GeoSpecNet (Spektrum)</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Random forest</source>
        <translation>Random Forest</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Stopping …</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Mapping {}</source>
        <translation>{} wird kartiert</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>The map is in {}.</source>
        <translation>Die Karte liegt in {}.</translation>
    </message>
    <message>
        <location filename="../../gui/messages.py"/>
        <source>Set up…</source>
        <translation>Einrichten …</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>New training layer</source>
        <translation>Neuer Trainingslayer</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Classes, one a line; a colour may follow. More can be added later in the panel.</source>
        <translation>Klassen, eine je Zeile; eine Farbe kann folgen. Später können im Bedienfeld weitere hinzugefügt werden.</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>File of the polygons:</source>
        <translation>Datei der Polygone:</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Choose a file for the polygons.</source>
        <translation>Datei für die Polygone wählen.</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Automatic: CUDA where the NVIDIA driver is new enough, else CPU</source>
        <translation>Automatisch: CUDA, wenn der NVIDIA-Treiber neu genug ist, sonst CPU</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Remove the backend&apos;s environment? Maps and models stay.</source>
        <translation>Die Umgebung des Backends entfernen? Karten und Modelle bleiben.</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Set up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Upgrade</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Set up in the profile</source>
        <translation>Im Profil einrichten</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Run the self-test: versions, device, one second of work</source>
        <translation>Den Selbsttest ausführen: Versionen, Gerät, eine Sekunde Arbeit</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Make the environment anew</source>
        <translation>Die Umgebung neu erstellen</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Choices</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>CPU only (about 0.4 GB to download)</source>
        <translation>Nur CPU (etwa 0,4 GB herunterzuladen)</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>CUDA, for NVIDIA graphics cards (about 3 GB to download)</source>
        <translation>CUDA, für NVIDIA-Grafikkarten (etwa 3 GB herunterzuladen)</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>found by itself</source>
        <translation>selbst gefunden</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>from the network</source>
        <translation>aus dem Netz</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>none: use the environment in the profile</source>
        <translation>keines: die Umgebung im Profil verwenden</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Check and use</source>
        <translation>Prüfen und verwenden</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Download only</source>
        <translation>Nur herunterladen</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Fill the folder with all files, for a computer without a network</source>
        <translation>Den Ordner mit allen Dateien füllen, für einen Computer ohne Netz</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Python to make it with</source>
        <translation>Python zum Erstellen</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Python of your own</source>
        <translation>Eigenes Python</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Read data that refer to files outside their own folder or to the network, as virtual rasters may. Only if you trust all that you open.</source>
        <translation>Daten lesen, die auf Dateien außerhalb ihres eigenen Ordners oder auf das Netz verweisen, wie es virtuelle Raster tun können. Nur, wenn Sie allem vertrauen, was Sie öffnen.</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Open the folder of logs</source>
        <translation>Ordner der Protokolle öffnen</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Remove the backend</source>
        <translation>Backend entfernen</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>The self-test passed in {} s; it computes on: {}</source>
        <translation>Der Selbsttest war nach {} s bestanden; gerechnet wird auf: {}</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Setting up</source>
        <translation>Wird eingerichtet</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Repairing</source>
        <translation>Wird repariert</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>It takes some minutes, once, and about 2 GB (9 GB with CUDA).</source>
        <translation>Es dauert einmalig einige Minuten und braucht etwa 2 GB (9 GB mit CUDA).</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>GeoDiffNet computes in a Python environment of its own, apart from QGIS&apos;s. It is made in your profile: no administrator is needed, and nothing else on this computer changes. &lt;a href=&quot;{}&quot;&gt;More about it&lt;/a&gt;</source>
        <translation>GeoDiffNet rechnet in einer eigenen Python-Umgebung, getrennt von der von QGIS. Sie wird in Ihrem Profil erstellt: Administratorrechte sind nicht nötig, und sonst ändert sich nichts an diesem Computer. &lt;a href=&quot;{}&quot;&gt;Mehr darüber&lt;/a&gt;</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Verifying</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Python {}, PyTorch for {}, made {}</source>
        <translation>Python {}, PyTorch für {}, erstellt {}</translation>
    </message>
    <message>
        <location filename="../../gui/preview.py"/>
        <source>Class map (preview)</source>
        <translation>Klassenkarte (Vorschau)</translation>
    </message>
    <message>
        <location filename="../../gui/preview.py"/>
        <source>Confidence (preview)</source>
        <translation>Konfidenz (Vorschau)</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>Click a class in the list and draw some small polygons of it on the map.</source>
        <translation>Klicken Sie eine Klasse in der Liste an und zeichnen Sie einige kleine Polygone davon auf die Karte.</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>Keep the training layer in a folder in which you may create files.</source>
        <translation>Bewahren Sie den Trainingslayer in einem Ordner auf, in dem Sie Dateien anlegen dürfen.</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>Polygons of two classes at least are needed; there are {}.</source>
        <translation>Es werden Polygone von mindestens zwei Klassen gebraucht; vorhanden: {}.</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>The folder {} cannot be made: {}</source>
        <translation>Der Ordner {} kann nicht angelegt werden: {}</translation>
    </message>
    <message>
        <location filename="../../gui/setup_run.py"/>
        <source>Please report this.</source>
        <translation>Bitte melden Sie dies.</translation>
    </message>
    <message>
        <location filename="../../gui/setup_run.py"/>
        <source>GeoDiffNet: {}</source>
        <translation>GeoDiffNet: {}</translation>
    </message>
    <message>
        <location filename="../../gui/setup_run.py"/>
        <source>Something unexpected happened: {}</source>
        <translation>Etwas Unerwartetes ist geschehen: {}</translation>
    </message>
    <message>
        <location filename="../../gui/spectrum_plot.py"/>
        <source>The spectrum under the cursor (thick line) and the mean spectra of the classes in their colours.</source>
        <translation>Das Spektrum unter dem Mauszeiger (dicke Linie) und die mittleren Spektren der Klassen in ihren Farben.</translation>
    </message>
    <message>
        <location filename="../../gui/spectrum_plot.py"/>
        <source>nm</source>
        <translation>nm</translation>
    </message>
    <message>
        <location filename="../../gui/spectrum_plot.py"/>
        <source>band</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <location filename="../../gui/spectrum_plot.py"/>
        <source>Move the cursor over the scene to see its spectra.</source>
        <translation>Bewegen Sie den Mauszeiger über die Szene, um ihre Spektren zu sehen.</translation>
    </message>
    <message>
        <location filename="../../gui/statistics.py"/>
        <source>Reading training polygons</source>
        <translation>Trainingspolygone werden gelesen</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>the model hesitates</source>
        <translation>das Modell schwankt</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>nothing labelled looks like it</source>
        <translation>nichts Annotiertes sieht so aus</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>much of the scene looks like it</source>
        <translation>vieles in der Szene sieht so aus</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>it balances doubt, frequency and novelty</source>
        <translation>er wägt Zweifel, Häufigkeit und Neuartigkeit ab</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Skip (Space)</source>
        <translation>Auslassen (Leertaste)</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Return to the place before.</source>
        <translation>Zum vorigen Ort zurückkehren.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>You cannot tell, or it shows several classes: go on to the next.</source>
        <translation>Sie können es nicht bestimmen, oder es zeigt mehrere Klassen: weiter zum nächsten.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Forget the remaining places.</source>
        <translation>Die übrigen Orte verwerfen.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>The model takes it for &lt;b&gt;{}&lt;/b&gt; ({} %), or else {}.</source>
        <translation>Das Modell hält es für &lt;b&gt;{}&lt;/b&gt; ({} %), sonst für {}.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Press the number of its class, or skip it.</source>
        <translation>Drücken Sie die Nummer seiner Klasse oder lassen Sie ihn aus.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>&lt;b&gt;Which class is this?&lt;/b&gt; Place {} of {}.</source>
        <translation>&lt;b&gt;Welche Klasse ist das?&lt;/b&gt; Ort {} von {}.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Add one, style the layer by categories of a text field, or make a training layer.</source>
        <translation>Fügen Sie eine hinzu, stellen Sie den Layer nach Kategorien eines Textfelds dar oder erstellen Sie einen Trainingslayer.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Merge {} into {}</source>
        <translation>{} mit {} zusammenführen</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Check that its file may be written, or make another training layer.</source>
        <translation>Prüfen Sie, ob seine Datei geschrieben werden darf, oder erstellen Sie einen anderen Trainingslayer.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Check that the file may be written and its disk has space left.</source>
        <translation>Prüfen Sie, ob die Datei geschrieben werden darf und auf dem Datenträger Platz ist.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>The layer {} has no text field “class”.</source>
        <translation>Der Layer {} hat kein Textfeld „class“.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Draw {}</source>
        <translation>{} zeichnen</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Add class {}</source>
        <translation>Klasse {} hinzufügen</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Remove class {}</source>
        <translation>Klasse {} entfernen</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Recolour class {}</source>
        <translation>Farbe der Klasse {} ändern</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Rename class {} to {}</source>
        <translation>Klasse {} in {} umbenennen</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>The layer {} cannot be edited.</source>
        <translation>Der Layer {} kann nicht bearbeitet werden.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>The polygons could not be saved: {}</source>
        <translation>Die Polygone konnten nicht gespeichert werden: {}</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>True colour</source>
        <translation>Echtfarben</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Red, green and blue light, as the eye sees it.</source>
        <translation>Rotes, grünes und blaues Licht, wie das Auge es sieht.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Infrared</source>
        <translation>Infrarot</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Near infrared, red and green (CIR): plants are red, the healthier the brighter.</source>
        <translation>Nahes Infrarot, Rot und Grün (CIR): Pflanzen sind rot, je gesünder, desto heller.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>SWIR</source>
        <translation>SWIR</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Short-wave infrared, near infrared and red: soils, moisture, burns, minerals.</source>
        <translation>Kurzwelliges Infrarot, nahes Infrarot und Rot: Böden, Feuchte, Brandflächen, Minerale.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>The first three principal components: what differs most in all bands together.</source>
        <translation>Die ersten drei Hauptkomponenten: was sich in allen Kanälen zusammen am meisten unterscheidet.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>The scene has no bands at the wavelengths for this.</source>
        <translation>Die Szene hat dafür keine Kanäle in den passenden Wellenlängen.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Components of {}</source>
        <translation>Komponenten von {}</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Looking at {}</source>
        <translation>{} wird betrachtet</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Computing components of {}</source>
        <translation>Komponenten von {} werden berechnet</translation>
    </message>
</context>
</TS>
