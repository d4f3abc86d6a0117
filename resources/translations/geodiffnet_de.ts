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
        <source>Maps a hyperspectral image with a trained model.</source>
        <translation>Kartiert ein Hyperspektralbild mit einem trainierten Modell.</translation>
    </message>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <source>&lt;p&gt;Maps a hyperspectral image with a model that was trained on this scene or on another one of the same sensor; no training samples are needed.&lt;/p&gt;&lt;p&gt;Bands are matched by wavelength. Both scenes should contain reflectance in the same unit. A model does not correct for differences in illumination or atmosphere between scenes: check the confidence, and assess the map before you rely on it.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Kartiert ein Hyperspektralbild mit einem Modell, das auf dieser Szene oder auf einer anderen desselben Sensors trainiert wurde; Trainingsdaten sind nicht nötig.&lt;/p&gt;&lt;p&gt;Kanäle werden nach der Wellenlänge zugeordnet. Beide Szenen sollten Reflexionsgrade in derselben Einheit enthalten. Ein Modell gleicht Unterschiede der Beleuchtung oder der Atmosphäre zwischen Szenen nicht aus: Sehen Sie sich die Konfidenz an und prüfen Sie die Karte, bevor Sie sich auf sie verlassen.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/apply.py"/>
        <source>hyperspectral,imaging spectroscopy,land cover,predict,classify,inference,transfer,time series,deep learning,diffusion</source>
        <translation>hyperspektral,Bildspektroskopie,Landbedeckung,Vorhersage,klassifizieren,Inferenz,Übertragung,Zeitreihe,Deep Learning,Diffusion</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Assess a class map</source>
        <translation>Klassenkarte prüfen</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Estimates the accuracy of a class map and the area of its classes.</source>
        <translation>Schätzt die Genauigkeit einer Klassenkarte und die Fläche ihrer Klassen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>&lt;p&gt;Compares a class map, from this plugin or any other source, with reference data: overall accuracy, producer&apos;s and user&apos;s accuracy of each class, the confusion matrix and, where the reference data are a random sample, the area of each class with its confidence interval.&lt;/p&gt;&lt;p&gt;Reference data must not have been used for training. If you give the training samples, reference data inside them are reported separately.&lt;/p&gt;&lt;p&gt;If there are no reference data yet, draw a reference sample: identify the class of each point in the image, not in the map, enter it in the class field, and use the layer as reference data.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Vergleicht eine Klassenkarte, von diesem Plugin oder aus einer anderen Quelle, mit Referenzdaten: Gesamtgenauigkeit, Produzenten- und Nutzergenauigkeit jeder Klasse, die Konfusionsmatrix und, wenn die Referenzdaten eine Zufallsstichprobe sind, die Fläche jeder Klasse mit ihrem Konfidenzintervall.&lt;/p&gt;&lt;p&gt;Referenzdaten dürfen nicht zum Training verwendet worden sein. Wenn Sie die Trainingsdaten angeben, werden Referenzdaten innerhalb davon getrennt ausgewiesen.&lt;/p&gt;&lt;p&gt;Gibt es noch keine Referenzdaten, ziehen Sie eine Referenzstichprobe: Bestimmen Sie die Klasse jedes Punktes im Bild, nicht in der Karte, tragen Sie sie in das Klassenfeld ein und verwenden Sie den Layer als Referenzdaten.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <location filename="../../algorithms/zonal.py"/>
        <source>Class map</source>
        <translation>Klassenkarte</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The map to assess: a raster file whose first band holds class codes.</source>
        <translation>Die zu prüfende Karte: eine Rasterdatei, deren erster Kanal Klassencodes enthält.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>A GeoPackage of points drawn at random from each class of the map, with an empty field for the class that you identify there.</source>
        <translation>Ein GeoPackage mit Punkten, die zufällig aus jeder Klasse der Karte gezogen werden, mit einem leeren Feld für die Klasse, die Sie dort bestimmen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>accuracy,validation,confusion matrix,error matrix,area estimation,reference,ground truth,kappa,F1,stratified sample</source>
        <translation>Genauigkeit,Validierung,Konfusionsmatrix,Fehlermatrix,Flächenschätzung,Referenz,Bodenreferenz,Kappa,F1,geschichtete Stichprobe</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Reference map (alternative)</source>
        <translation>Referenzkarte (Alternative)</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>A raster of class codes to use instead of reference data. It must be on the grid of the map; 0 and no data are ignored.</source>
        <translation>Ein Raster mit Klassencodes anstelle von Referenzdaten. Es muss auf dem Gitter der Karte liegen; 0 und NoData werden nicht berücksichtigt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Strata</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The raster whose classes are the strata of the sample, where that is not the map itself, for example an older map.</source>
        <translation>Das Raster, dessen Klassen die Schichten der Stichprobe sind, falls das nicht die Karte selbst ist, zum Beispiel eine ältere Karte.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>The same seed gives the same sample; another seed gives another one.</source>
        <translation>Derselbe Startwert ergibt dieselbe Stichprobe, ein anderer eine andere.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>A web page with all accuracies and their confidence intervals, the confusion matrix and the areas. The numbers are also written to a JSON file of the same name. Reference data are required.</source>
        <translation>Eine Webseite mit allen Genauigkeiten und ihren Konfidenzintervallen, der Konfusionsmatrix und den Flächen. Die Zahlen werden auch in eine JSON-Datei desselben Namens geschrieben. Referenzdaten sind erforderlich.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Reference sample</source>
        <translation>Referenzstichprobe</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Overall accuracy</source>
        <translation>Gesamtgenauigkeit</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Average accuracy</source>
        <translation>Mittlere Genauigkeit</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Number of reference pixels</source>
        <translation>Anzahl der Referenzpixel</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>There are no reference data, and no reference sample is to be drawn.</source>
        <translation>Es gibt keine Referenzdaten, und es soll keine Referenzstichprobe gezogen werden.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>Choose reference data, or a file for the reference sample.</source>
        <translation>Wählen Sie Referenzdaten oder eine Datei für die Referenzstichprobe.</translation>
    </message>
    <message>
        <location filename="../../algorithms/assess.py"/>
        <source>No report is written, since there are no reference data.</source>
        <translation>Es wird kein Bericht geschrieben, da es keine Referenzdaten gibt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/backend_algorithm.py"/>
        <source>Cancelled; nothing was written.</source>
        <translation>Abgebrochen; es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>Choose another file name.</source>
        <translation>Wählen Sie einen anderen Dateinamen.</translation>
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
        <source>{}: the file {} is also an input or another output.</source>
        <translation>{}: Die Datei {} ist zugleich eine Eingabe oder eine andere Ausgabe.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>{}: the folder {} does not exist.</source>
        <translation>{}: Den Ordner {} gibt es nicht.</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <location filename="../../gui/requests.py"/>
        <source>{}: the folder {} is not writable.</source>
        <translation>{}: In den Ordner {} kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Apply a model to many scenes</source>
        <translation>Modell auf viele Szenen anwenden</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Maps many hyperspectral images with one model in parallel.</source>
        <translation>Kartiert viele Hyperspektralbilder parallel mit einem Modell.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>&lt;p&gt;Maps many scenes of one sensor with a trained model in parallel, on this computer or on a cluster. Sizes, coordinate reference systems and no-data values may differ; bands are matched by wavelength.&lt;/p&gt;&lt;p&gt;A scene that cannot be mapped does not stop the others; the summary states the reason. Run the algorithm again with the same output folder to continue: after a cancellation or a crash, or when there are new scenes, completed scenes are skipped.&lt;/p&gt;&lt;p&gt;The summary, a web page and a table, contains the class areas, the mean confidence and the fraction outside the area of applicability of each scene. Assess some of the maps before you rely on all of them.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Kartiert viele Szenen eines Sensors parallel mit einem trainierten Modell, auf diesem Computer oder auf einem Cluster. Größen, Koordinatenbezugssysteme und NoData-Werte dürfen sich unterscheiden; Kanäle werden nach der Wellenlänge zugeordnet.&lt;/p&gt;&lt;p&gt;Eine Szene, die nicht kartiert werden kann, hält die anderen nicht auf; die Zusammenfassung nennt den Grund. Führen Sie den Algorithmus mit demselben Ausgabeordner erneut aus, um fortzufahren: Nach einem Abbruch oder Absturz oder bei neuen Szenen werden fertige Szenen übersprungen.&lt;/p&gt;&lt;p&gt;Die Zusammenfassung, eine Webseite und eine Tabelle, enthält für jede Szene die Klassenflächen, die mittlere Konfidenz und den Anteil außerhalb des Anwendbarkeitsbereichs. Prüfen Sie einige der Karten, bevor Sie sich auf alle verlassen.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Cancelled; completed scenes were kept and will be skipped in the next run.</source>
        <translation>Abgebrochen; fertige Szenen bleiben erhalten und werden beim nächsten Lauf übersprungen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Add each map to the project; not recommended for hundreds of scenes.</source>
        <translation>Jede Karte zum Projekt hinzufügen; bei Hunderten von Szenen nicht zu empfehlen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>The folder of the maps, summary.html and summary.csv.</source>
        <translation>Der Ordner der Karten, von summary.html und summary.csv.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>hyperspectral,batch,campaign,time series,mosaic,flight lines,parallel,cluster,Dask,predict,classify,land cover</source>
        <translation>hyperspektral,Stapel,Kampagne,Zeitreihe,Mosaik,Flugstreifen,parallel,Cluster,Dask,Vorhersage,klassifizieren,Landbedeckung</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Load the maps into the project</source>
        <translation>Karten in das Projekt laden</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Output folder</source>
        <translation>Ausgabeordner</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Summary table</source>
        <translation>Tabelle der Zusammenfassung</translation>
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
        <source>Scenes skipped (already complete)</source>
        <translation>Übersprungene Szenen (bereits fertig)</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>Scenes failed</source>
        <translation>Fehlgeschlagene Szenen</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>None of the scenes could be mapped.</source>
        <translation>Keine der Szenen konnte kartiert werden.</translation>
    </message>
    <message>
        <location filename="../../algorithms/batch.py"/>
        <source>The reasons are in the log above and in {}.</source>
        <translation>Die Gründe stehen im Protokoll oben und in {}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>Classify HSI with GeoDiffNet-F</source>
        <translation>HSI mit GeoDiffNet-F klassifizieren</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>Creates a class map from a hyperspectral image and training samples.</source>
        <translation>Erstellt aus einem Hyperspektralbild und Trainingsdaten eine Klassenkarte.</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>&lt;p&gt;Creates a georeferenced class map from a hyperspectral image and training samples that you have drawn on it.&lt;/p&gt;&lt;p&gt;GeoDiffNet-F combines the spectrum of each pixel with spatial features, computed by a diffusion model that was pretrained on natural images. The map has your class names and, where the layer of training samples is styled by category, your colours.&lt;/p&gt;&lt;p&gt;A few polygons per class are enough to start with: classify, check where the map is wrong or its confidence low, draw more polygons there, and classify again. The accuracies are cross-validated; no polygon is used for both training and testing.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Erstellt aus einem Hyperspektralbild und Trainingsdaten, die Sie darauf gezeichnet haben, eine georeferenzierte Klassenkarte.&lt;/p&gt;&lt;p&gt;GeoDiffNet-F verbindet das Spektrum jedes Pixels mit räumlichen Merkmalen, die ein auf natürlichen Bildern vortrainiertes Diffusionsmodell berechnet. Die Karte hat Ihre Klassennamen und, wenn der Layer der Trainingsdaten nach Kategorien dargestellt ist, Ihre Farben.&lt;/p&gt;&lt;p&gt;Für den Anfang genügen wenige Polygone je Klasse: klassifizieren, nachsehen, wo die Karte falsch oder ihre Konfidenz niedrig ist, dort weitere Polygone zeichnen und erneut klassifizieren. Die Genauigkeiten sind kreuzvalidiert; kein Polygon dient zugleich dem Training und dem Test.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>hyperspectral,imaging spectroscopy,land cover,supervised,machine learning,deep learning,diffusion,linear discriminant analysis,random forest,support vector machine,training</source>
        <translation>hyperspektral,Bildspektroskopie,Landbedeckung,überwacht,maschinelles Lernen,Deep Learning,Diffusion,lineare Diskriminanzanalyse,Random Forest,Support Vector Machine,Training</translation>
    </message>
    <message>
        <location filename="../../algorithms/classify.py"/>
        <source>The trained model, which can be applied to other scenes of the same sensor.</source>
        <translation>Das trainierte Modell, das auf andere Szenen desselben Sensors angewendet werden kann.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Compare methods</source>
        <translation>Verfahren vergleichen</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Cross-validates all methods on your training samples and recommends one.</source>
        <translation>Kreuzvalidiert alle Verfahren mit Ihren Trainingsdaten und empfiehlt eines.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>&lt;p&gt;Cross-validates all methods on an image and its training samples and recommends one. The report contains their accuracies with confidence intervals, the accuracy of each class, and the maps.&lt;/p&gt;&lt;p&gt;All methods use the same cross-validation folds; no polygon is used for both training and testing. Where two methods do not differ significantly, the simpler one is recommended.&lt;/p&gt;&lt;p&gt;Only the report is written: classify with the recommended method.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Kreuzvalidiert alle Verfahren mit einem Bild und seinen Trainingsdaten und empfiehlt eines. Der Bericht enthält ihre Genauigkeiten mit Konfidenzintervallen, die Genauigkeit jeder Klasse und die Karten.&lt;/p&gt;&lt;p&gt;Alle Verfahren verwenden dieselben Teile der Kreuzvalidierung; kein Polygon dient zugleich dem Training und dem Test. Unterscheiden sich zwei Verfahren nicht signifikant, wird das einfachere empfohlen.&lt;/p&gt;&lt;p&gt;Nur der Bericht wird geschrieben: Klassifizieren Sie mit dem empfohlenen Verfahren.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>The methods to compare. GeoDiffNet-F (geodiffnet-f) combines the spectrum with spatial features of a diffusion model; GeoDiffNet (geodiffnet) uses the spatial features only; GeoSpecNet (geospecnet, a neural network), linear discriminant analysis (lda), random forest (rf) and support vector machine (svm) use the spectrum only.</source>
        <translation>Die zu vergleichenden Verfahren. GeoDiffNet-F (geodiffnet-f) verbindet das Spektrum mit räumlichen Merkmalen eines Diffusionsmodells; GeoDiffNet (geodiffnet) verwendet nur die räumlichen Merkmale; GeoSpecNet (geospecnet, ein neuronales Netz), lineare Diskriminanzanalyse (lda), Random Forest (rf) und Support Vector Machine (svm) verwenden nur das Spektrum.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>hyperspectral,machine learning,benchmark,linear discriminant analysis,random forest,support vector machine,deep learning,diffusion,cross-validation,accuracy,model selection</source>
        <translation>hyperspektral,maschinelles Lernen,Benchmark,lineare Diskriminanzanalyse,Random Forest,Support Vector Machine,Deep Learning,Diffusion,Kreuzvalidierung,Genauigkeit,Modellauswahl</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Methods</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <location filename="../../algorithms/tune.py"/>
        <source>The same input data with the same seed give the same results; another seed shows how much of a difference depends on chance.</source>
        <translation>Dieselben Eingabedaten mit demselben Startwert ergeben dieselben Ergebnisse; ein anderer Startwert zeigt, wie viel von einem Unterschied Zufall ist.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>A web page with the metrics of all methods, the accuracy of each class and the maps. The numbers are also written to a JSON file of the same name.</source>
        <translation>Eine Webseite mit den Kennzahlen aller Verfahren, der Genauigkeit jeder Klasse und den Karten. Die Zahlen werden auch in eine JSON-Datei desselben Namens geschrieben.</translation>
    </message>
    <message>
        <location filename="../../algorithms/compare.py"/>
        <source>Recommended method</source>
        <translation>Empfohlenes Verfahren</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Compute diffusion features</source>
        <translation>Diffusionsmerkmale berechnen</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Writes the spatial features of a diffusion model for each pixel of an image.</source>
        <translation>Schreibt die räumlichen Merkmale eines Diffusionsmodells für jedes Pixel eines Bildes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>&lt;p&gt;Extracts spatial features of a hyperspectral image with a diffusion model that was pretrained on natural images: a raster with one named band per feature, on the grid of the image. Use it in other programs, for segmentation, clustering or a model of your own.&lt;/p&gt;&lt;p&gt;This is not needed for a classification: &lt;i&gt;Classify HSI with GeoDiffNet-F&lt;/i&gt; computes the same features itself. Both cache them for the next run.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Extrahiert räumliche Merkmale eines Hyperspektralbildes mit einem Diffusionsmodell, das auf natürlichen Bildern vortrainiert wurde: ein Raster mit einem benannten Kanal je Merkmal, auf dem Gitter des Bildes. Verwenden Sie es in anderen Programmen, zur Segmentierung, zum Clustern oder für ein eigenes Modell.&lt;/p&gt;&lt;p&gt;Für eine Klassifikation ist das nicht nötig: &lt;i&gt;HSI mit GeoDiffNet-F klassifizieren&lt;/i&gt; berechnet dieselben Merkmale selbst. Beide speichern sie für den nächsten Lauf zwischen.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>A GeoTIFF with one band per feature. The bands of each scale are ordered by the variance that they explain; the last bands are averages of the composites around each pixel. −9999 marks pixels without data.</source>
        <translation>Ein GeoTIFF mit einem Kanal je Merkmal. Die Kanäle jeder Skala sind nach erklärter Varianz geordnet; die letzten Kanäle sind Mittelwerte der Farbkomposite um jedes Pixel. −9999 kennzeichnet Pixel ohne Daten.</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>hyperspectral,embedding,texture,context,deep features,diffusion,UNet,activations,dimensionality reduction</source>
        <translation>hyperspektral,Einbettung,Textur,Kontext,tiefe Merkmale,Diffusion,UNet,Aktivierungen,Dimensionsreduktion</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <location filename="../../algorithms/features.py"/>
        <source>Number of feature bands</source>
        <translation>Anzahl der Merkmalskanäle</translation>
    </message>
    <message>
        <location filename="../../algorithms/groups.py"/>
        <source>Labelling</source>
        <translation>Annotation</translation>
    </message>
    <message>
        <location filename="../../algorithms/groups.py"/>
        <source>Classification</source>
        <translation>Klassifikation</translation>
    </message>
    <message>
        <location filename="../../algorithms/groups.py"/>
        <source>Accuracy assessment</source>
        <translation>Genauigkeitsanalyse</translation>
    </message>
    <message>
        <location filename="../../algorithms/groups.py"/>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Diffusion features</source>
        <translation>Diffusionsmerkmale</translation>
    </message>
    <message>
        <location filename="../../algorithms/groups.py"/>
        <source>Setup</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Spatial scales</source>
        <translation>Räumliche Skalen</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Downsampling factors at which features are extracted: 1 is full resolution, 2 half resolution, and so on. Default: 2, 4.</source>
        <translation>Verkleinerungsfaktoren, bei denen Merkmale extrahiert werden: 1 ist volle Auflösung, 2 halbe Auflösung und so weiter. Voreinstellung: 2, 4.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>The pretrained diffusion model that computes the spatial features. “bundled” is small, part of the plugin, and works offline. “adm-imagenet64” is the backbone of the paper (1.2 GB, downloaded at first use); the path of its checkpoint can be given instead. Also supported: the path of a folder in diffusers format, or a model of the Hugging Face hub as owner/name@commit.</source>
        <translation>Das vortrainierte Diffusionsmodell, das die räumlichen Merkmale berechnet. „bundled“ ist klein, Teil des Plugins und arbeitet offline. „adm-imagenet64“ ist das Backbone der Veröffentlichung (1,2 GB, werden beim ersten Gebrauch heruntergeladen); stattdessen kann der Pfad seines Checkpoints angegeben werden. Ebenfalls möglich: der Pfad eines Ordners im diffusers-Format oder ein Modell des Hugging Face Hub als owner/name@commit.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Number of principal components of the network&apos;s activations that are kept at each scale. The denoised image is not reduced. If empty, 4, or 32 where decoder blocks are given.</source>
        <translation>Anzahl der Hauptkomponenten der Aktivierungen des Netzes, die auf jeder Skala behalten werden. Das entrauschte Bild wird nicht reduziert. Wenn leer, 4, oder 32, wenn Decoderblöcke angegeben sind.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Decoder blocks</source>
        <translation>Decoderblöcke</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Numbers of the decoder blocks of the network whose activations are used, such as 5, 8, 11. Low numbers give coarse features of a wide context, high numbers fine features of a narrow one; the number after the last block is the denoised image. Default for the bundled backbone: 2, 12 (12 is the denoised image). “Tune diffusion features” finds those that suit a scene.</source>
        <translation>Nummern der Decoderblöcke des Netzes, deren Aktivierungen verwendet werden, zum Beispiel 5, 8, 11. Niedrige Nummern ergeben grobe Merkmale einer weiten Umgebung, hohe Nummern feine Merkmale einer engen; die Nummer nach dem letzten Block ist das entrauschte Bild. Voreinstellung für das mitgelieferte Backbone: 2, 12 (12 ist das entrauschte Bild). „Diffusionsmerkmale abstimmen“ findet die, die zu einer Szene passen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Diffusion timesteps (noise level)</source>
        <translation>Diffusionszeitschritte (Rauschpegel)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>The timesteps of the diffusion process at which features are extracted: 0 is free of noise, 999 is pure noise. Default: 300. Several can be given, such as 100, 300.</source>
        <translation>Die Zeitschritte des Diffusionsprozesses, bei denen Merkmale extrahiert werden: 0 ist rauschfrei, 999 ist reines Rauschen. Voreinstellung: 300. Mehrere können angegeben werden, zum Beispiel 100, 300.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Composites</source>
        <translation>Farbkomposite</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>The three-band composites that are the input of the network: rgb, cir, swir, pca1 (principal components 1 to 3), pca2 (4 to 6). Default: pca1, pca2. Each one adds to the computing time.</source>
        <translation>Die Farbkomposite aus drei Kanälen, die das Netz als Eingabe erhält: rgb, cir, swir, pca1 (Hauptkomponenten 1 bis 3), pca2 (4 bis 6). Voreinstellung: pca1, pca2. Jedes erhöht die Rechenzeit.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>Backbone</source>
        <translation>Backbone</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/backbone.py"/>
        <source>Principal components per scale</source>
        <translation>Hauptkomponenten je Skala</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>The hyperspectral images: layers of the project, or files.</source>
        <translation>Die Hyperspektralbilder: Layer des Projekts oder Dateien.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>A folder whose rasters are scenes, as are the products in its subfolders. Maps of an earlier run are ignored.</source>
        <translation>Ein Ordner, dessen Raster Szenen sind, ebenso die Produkte in seinen Unterordnern. Karten eines früheren Laufs werden nicht berücksichtigt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>The files of the scene folder to use, such as *.tif or flight*/*_refl.bsq; ** matches subfolders of any depth. If empty, all are used.</source>
        <translation>Die Dateien des Szenenordners, die verwendet werden, zum Beispiel *.tif oder flight*/*_refl.bsq; ** steht für Unterordner beliebiger Tiefe. Wenn leer, werden alle verwendet.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>The pattern of the file names: {name} is the name of the scene, {folder} that of its folder, {kind} the content, such as map or confidence. A / creates subfolders.</source>
        <translation>Das Muster der Dateinamen: {name} ist der Name der Szene, {folder} der ihres Ordners, {kind} der Inhalt, etwa map oder confidence. Ein / legt Unterordner an.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Number of processes on this computer, each of which maps one scene at a time. If empty, it depends on the CPU cores, GPUs and free memory.</source>
        <translation>Anzahl der Prozesse auf diesem Computer, von denen jeder eine Szene zugleich kartiert. Wenn leer, richtet sie sich nach CPU-Kernen, GPUs und freiem Speicher.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>The address of a running scheduler, such as tls://host:8786, whose workers map the scenes instead of this computer. They need the backend and access to the same files.</source>
        <translation>Die Adresse eines laufenden Schedulers, zum Beispiel tls://host:8786, dessen Worker die Szenen anstelle dieses Computers kartieren. Sie benötigen das Backend und Zugriff auf dieselben Dateien.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Scenes</source>
        <translation>Szenen</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Scene folder</source>
        <translation>Szenenordner</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>File name pattern</source>
        <translation>Dateinamenmuster</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>There are no scenes.</source>
        <translation>Es gibt keine Szenen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Choose layers, files or a scene folder.</source>
        <translation>Wählen Sie Layer, Dateien oder einen Szenenordner.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Write confidence</source>
        <translation>Konfidenz schreiben</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>For each scene, the probability of the predicted class in percent.</source>
        <translation>Für jede Szene die Wahrscheinlichkeit der vorhergesagten Klasse in Prozent.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Write class probabilities</source>
        <translation>Klassenwahrscheinlichkeiten schreiben</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>For each scene, one band per class. These files are large.</source>
        <translation>Für jede Szene ein Kanal je Klasse. Diese Dateien sind groß.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Write area of applicability</source>
        <translation>Anwendbarkeitsbereich schreiben</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>For each scene, the dissimilarity of each pixel to the training pixels.</source>
        <translation>Für jede Szene die Unähnlichkeit jedes Pixels zu den Trainingspixeln.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Write second choice</source>
        <translation>Zweite Wahl schreiben</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>For each scene, the second most probable class of each pixel.</source>
        <translation>Für jede Szene die zweitwahrscheinlichste Klasse jedes Pixels.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Write margin to the second choice</source>
        <translation>Abstand zur zweiten Wahl schreiben</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>For each scene, the difference between the probabilities of the mapped class and the second choice, in percent.</source>
        <translation>Für jede Szene die Differenz der Wahrscheinlichkeiten der kartierten Klasse und der zweiten Wahl in Prozent.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Recompute completed scenes</source>
        <translation>Fertige Szenen neu berechnen</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>If unchecked, a scene is skipped when its map exists and was computed from the same file with the same model and settings.</source>
        <translation>Wenn nicht aktiviert, wird eine Szene übersprungen, deren Karte vorhanden ist und aus derselben Datei mit demselben Modell und denselben Einstellungen berechnet wurde.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Output file names</source>
        <translation>Namen der Ausgabedateien</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Parallel workers</source>
        <translation>Parallele Worker</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Dask scheduler address</source>
        <translation>Adresse des Dask-Schedulers</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>CA certificate</source>
        <translation>CA-Zertifikat</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>Private key of the client certificate</source>
        <translation>Privater Schlüssel des Client-Zertifikats</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <source>A PEM file, for a scheduler whose address starts with tls://.</source>
        <translation>Eine PEM-Datei, für einen Scheduler, dessen Adresse mit tls:// beginnt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/campaign.py"/>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>The folder {} does not exist.</source>
        <translation>Der Ordner {} existiert nicht.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/known_samples.py"/>
        <source>The training samples of the model. Locations similar to them have a low priority, and none is inside one of them.</source>
        <translation>Die Trainingsdaten des Modells. Orte, die ihnen ähnlich sind, haben eine niedrige Priorität, und keiner liegt innerhalb davon.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/known_samples.py"/>
        <source>The field of the training samples that holds the class. The suggested locations get an empty field of the same name.</source>
        <translation>Das Feld der Trainingsdaten, das die Klasse enthält. Die vorgeschlagenen Orte erhalten ein leeres Feld desselben Namens.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/known_samples.py"/>
        <location filename="../../algorithms/parameters/reference.py"/>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Training samples</source>
        <translation>Trainingsdaten</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/labelled_layer.py"/>
        <source>{}: {} annotations of these classes: {}.</source>
        <translation>{}: {} Anmerkungen dieser Klassen: {}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/labelled_layer.py"/>
        <source>{}: the class field is not known.</source>
        <translation>{}: Das Klassenfeld ist nicht bekannt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/labelled_layer.py"/>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Choose one of these fields: {}.</source>
        <translation>Wählen Sie eines dieser Felder: {}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/labelled_layer.py"/>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/labelled_layer.py"/>
        <source>{}: “{}” is used as the class field.</source>
        <translation>{}: „{}“ wird als Klassenfeld verwendet.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/labelled_layer.py"/>
        <source>{}: {} annotations without a class, or with several, were left out.</source>
        <translation>{}: {} Anmerkungen ohne Klasse oder mit mehreren wurden ausgelassen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>The map as a GeoTIFF on the grid of the image, with class names and colours. 0 marks pixels without data.</source>
        <translation>Die Karte als GeoTIFF auf dem Gitter des Bildes, mit Klassennamen und Farben. 0 kennzeichnet Pixel ohne Daten.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <location filename="../../algorithms/zonal.py"/>
        <location filename="../../gui/map_buttons.py"/>
        <source>Confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with the probability of the predicted class in percent. Additional training samples help most where it is low.</source>
        <translation>Ein GeoTIFF mit der Wahrscheinlichkeit der vorhergesagten Klasse in Prozent. Wo sie niedrig ist, helfen zusätzliche Trainingsdaten am meisten.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Class probabilities</source>
        <translation>Klassenwahrscheinlichkeiten</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with one band per class: the probability of that class, 0 to 1.</source>
        <translation>Ein GeoTIFF mit einem Kanal je Klasse: die Wahrscheinlichkeit dieser Klasse, 0 bis 1.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Area of applicability</source>
        <translation>Anwendbarkeitsbereich</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with the dissimilarity of each pixel to the training pixels. Above 1, a pixel is outside the area of applicability: its spectrum is unlike any training sample, and the accuracies do not apply to it.</source>
        <translation>Ein GeoTIFF mit der Unähnlichkeit jedes Pixels zu den Trainingspixeln. Über 1 liegt ein Pixel außerhalb des Anwendbarkeitsbereichs: Sein Spektrum gleicht keinen Trainingsdaten, und die Genauigkeiten gelten für es nicht.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Second choice</source>
        <translation>Zweite Wahl</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with the second most probable class of each pixel, in the names and colours of the map. Where the margin is low, it shows with which class the mapped one is confused.</source>
        <translation>Ein GeoTIFF mit der zweitwahrscheinlichsten Klasse jedes Pixels, mit den Namen und Farben der Karte. Wo der Abstand klein ist, zeigt es, mit welcher Klasse die kartierte verwechselt wird.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Margin to the second choice</source>
        <translation>Abstand zur zweiten Wahl</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>A GeoTIFF with the difference between the probabilities of the mapped class and the second choice, in percent.</source>
        <translation>Ein GeoTIFF mit der Differenz der Wahrscheinlichkeiten der kartierten Klasse und der zweiten Wahl, in Prozent.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/map_outputs.py"/>
        <source>Fraction of the scene outside the area of applicability</source>
        <translation>Anteil der Szene außerhalb des Anwendbarkeitsbereichs</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>GeoDiffNet-F (geodiffnet-f) combines the spectrum with spatial features of a diffusion model and suits most scenes. GeoDiffNet (geodiffnet) uses the spatial features only. GeoSpecNet (geospecnet, a neural network), linear discriminant analysis (lda), random forest (rf) and support vector machine (svm) use the spectrum only; lda is fitted in milliseconds. The blend of all methods (auto) weights them by cross-validation and takes longest.</source>
        <translation>GeoDiffNet-F (geodiffnet-f) verbindet das Spektrum mit räumlichen Merkmalen eines Diffusionsmodells und eignet sich für die meisten Szenen. GeoDiffNet (geodiffnet) verwendet nur die räumlichen Merkmale. GeoSpecNet (geospecnet, ein neuronales Netz), lineare Diskriminanzanalyse (lda), Random Forest (rf) und Support Vector Machine (svm) verwenden nur das Spektrum; lda wird in Millisekunden angepasst. Die Kombination aller Verfahren (auto) gewichtet sie durch Kreuzvalidierung und dauert am längsten.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>Only for linear discriminant analysis: fit it to the spectrum and the diffusion features. The features are computed once per scene and cached.</source>
        <translation>Nur für die lineare Diskriminanzanalyse: sie an das Spektrum und die Diffusionsmerkmale anpassen. Die Merkmale werden einmal je Szene berechnet und zwischengespeichert.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>Default (recommended)</source>
        <translation>Voreinstellung (empfohlen)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>As published in the paper</source>
        <translation>Wie veröffentlicht</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>“As published” (paper) extracts features from one composite and one decoder block and trains the networks as in the paper, for comparison. The default is more accurate.</source>
        <translation>„Wie veröffentlicht“ (paper) extrahiert Merkmale aus einem Farbkomposit und einem Decoderblock und trainiert die Netze wie in der Veröffentlichung, zum Vergleich. Die Voreinstellung ist genauer.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <location filename="../../algorithms/tune.py"/>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>Use diffusion features in linear discriminant analysis</source>
        <translation>Diffusionsmerkmale in der linearen Diskriminanzanalyse verwenden</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/method.py"/>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>A model file written by “Train a model” or “Classify HSI with GeoDiffNet-F”. It contains the method, the classes and their colours.</source>
        <translation>Eine Modelldatei, die „Modell trainieren“ oder „HSI mit GeoDiffNet-F klassifizieren“ geschrieben hat. Sie enthält das Verfahren, die Klassen und ihre Farben.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>Needed only for a model whose backbone is neither bundled nor in the cache of this computer: adm-imagenet64 or the path of its checkpoint, a folder in diffusers format, or a model of the Hugging Face hub as owner/name@commit. If empty, nothing is downloaded.</source>
        <translation>Nur für ein Modell nötig, dessen Backbone weder mitgeliefert noch im Cache dieses Computers ist: adm-imagenet64 oder der Pfad seines Checkpoints, ein Ordner im diffusers-Format oder ein Modell des Hugging Face Hub als owner/name@commit. Wenn leer, wird nichts heruntergeladen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/model.py"/>
        <source>Choose a .safetensors file written by this plugin.</source>
        <translation>Wählen Sie eine .safetensors-Datei, die dieses Plugin geschrieben hat.</translation>
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
        <location filename="../../algorithms/parameters/more_scenes.py"/>
        <source>Images of the same sensor that also contain training samples; the samples of all scenes are in one layer. Bands are matched to the first image by wavelength. Where each class occurs in two scenes, whole scenes are held out in cross-validation.</source>
        <translation>Bilder desselben Sensors, auf denen ebenfalls Trainingsdaten liegen; die Trainingsdaten aller Szenen sind in einem Layer. Kanäle werden dem ersten Bild nach der Wellenlänge zugeordnet. Kommt jede Klasse in zwei Szenen vor, werden in der Kreuzvalidierung ganze Szenen zurückgehalten.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/more_scenes.py"/>
        <source>Additional training scenes</source>
        <translation>Weitere Trainingsszenen</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Centre inside the polygon</source>
        <translation>Mittelpunkt im Polygon</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>All touched pixels</source>
        <translation>Alle berührten Pixel</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Minimum coverage</source>
        <translation>Mindestabdeckung</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Which pixels a polygon labels: those with their centre inside it, all that it touches, or those that it covers by the minimum coverage. A polygon that is too small for any labels the pixel that it lies in.</source>
        <translation>Welche Pixel ein Polygon annotiert: die, deren Mittelpunkt in ihm liegt, alle, die es berührt, oder die, die es zur Mindestabdeckung bedeckt. Ein Polygon, das für jedes Pixel zu klein ist, annotiert das Pixel, in dem es liegt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Pixel selection rule</source>
        <translation>Regel der Pixelauswahl</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Fraction of a pixel that a polygon has to cover, above 0 to 1. Used by the rule “Minimum coverage”.</source>
        <translation>Anteil eines Pixels, den ein Polygon bedecken muss, über 0 bis 1. Wird von der Regel „Mindestabdeckung“ verwendet.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Point radius (pixels)</source>
        <translation>Punktradius (Pixel)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>A point labels the pixel that it lies in and the pixels whose centre is within this radius.</source>
        <translation>Ein Punkt annotiert das Pixel, in dem er liegt, und die Pixel, deren Mittelpunkt innerhalb dieses Radius liegt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>Line width (pixels)</source>
        <translation>Linienbreite (Pixel)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/pixel_selection.py"/>
        <source>A line of width 0 labels the pixels that it touches, a wider line those with their centre inside it.</source>
        <translation>Eine Linie der Breite 0 annotiert die Pixel, die sie berührt, eine breitere die, deren Mittelpunkt in ihr liegt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>Exclude clouds, cirrus, haze, shadows, snow and saturated pixels, as far as the product flags them. The log states the share. Other images have no such layers.</source>
        <translation>Schließt Wolken, Zirren, Dunst, Schatten, Schnee und gesättigte Pixel aus, soweit das Produkt sie kennzeichnet. Das Protokoll nennt den Anteil. Andere Bilder haben keine solchen Layer.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>A raster with one band that excludes pixels where it is not 0, instead of the quality layers. It is resampled to the grid of the image if necessary.</source>
        <translation>Ein Raster mit einem Kanal, das anstelle der Qualitätslayer Pixel ausschließt, wo es nicht 0 ist. Es wird bei Bedarf auf das Gitter des Bildes umgerechnet.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>Exclude pixels by the quality layers of the product</source>
        <translation>Pixel nach den Qualitätslayern des Produkts ausschließen</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>Quality mask</source>
        <translation>Qualitätsmaske</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <location filename="../../algorithms/parameters/reference.py"/>
        <location filename="../../algorithms/parameters/scene.py"/>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <location filename="../../gui/cube.py"/>
        <source>Check that the file exists and opens in QGIS as a raster layer.</source>
        <translation>Prüfen Sie, ob die Datei existiert und sich in QGIS als Rasterlayer öffnen lässt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>Choose a raster with one band, in which 0 marks the pixels to keep.</source>
        <translation>Wählen Sie ein Raster mit einem Kanal, in dem 0 die Pixel markiert, die erhalten bleiben.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>The quality mask cannot be opened: {}</source>
        <translation>Die Qualitätsmaske kann nicht geöffnet werden: {}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/quality_mask.py"/>
        <source>The quality mask {} has {} bands.</source>
        <translation>Die Qualitätsmaske {} hat {} Kanäle.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>Points, polygons or lines of known class. Selections, filters, joins and temporary layers are respected.</source>
        <translation>Punkte, Polygone oder Linien bekannter Klasse. Auswahl, Filter, Verknüpfungen und temporäre Layer werden berücksichtigt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>The field of the reference data that holds the class: its name as in the map, or its code. Features without a value are ignored.</source>
        <translation>Das Feld der Referenzdaten, das die Klasse enthält: ihren Namen wie in der Karte oder ihren Code. Objekte ohne Wert werden nicht berücksichtigt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <location filename="../../algorithms/parameters/scene.py"/>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>By name</source>
        <translation>Nach Namen</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>By code</source>
        <translation>Nach Code</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>How classes of the reference data are matched with classes of the map. “Automatic” matches the names that the layers show, and codes only where neither has names or the codes are unambiguous. Choose “By code” where the same code is known to mean the same class in both.</source>
        <translation>Wie Klassen der Referenzdaten den Klassen der Karte zugeordnet werden. „Automatisch“ vergleicht die Namen, die die Layer anzeigen, und Codes nur, wenn keiner von beiden Namen hat oder die Codes eindeutig sind. Wählen Sie „Nach Code“, wenn bekannt ist, dass derselbe Code in beiden dieselbe Klasse bedeutet.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>The training samples of the map. Reference data inside them would make the accuracy too optimistic and are reported separately.</source>
        <translation>Die Trainingsdaten der Karte. Referenzdaten innerhalb davon würden die Genauigkeit zu optimistisch machen und werden getrennt ausgewiesen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>Reference data</source>
        <translation>Referenzdaten</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>Class matching</source>
        <translation>Zuordnung der Klassen</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <source>Both reference data and a reference map were given.</source>
        <translation>Es wurden sowohl Referenzdaten als auch eine Referenzkarte angegeben.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Leave one of them empty.</source>
        <translation>Lassen Sie eines von beiden leer.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reference.py"/>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{} cannot be opened: {}</source>
        <translation>{} kann nicht geöffnet werden: {}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reports.py"/>
        <location filename="../../gui/map_texts.py"/>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reports.py"/>
        <source>Overall accuracy (cross-validation grouped by polygon)</source>
        <translation>Gesamtgenauigkeit (Kreuzvalidierung, nach Polygonen gruppiert)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reports.py"/>
        <source>Average accuracy (cross-validation)</source>
        <translation>Mittlere Genauigkeit (Kreuzvalidierung)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reports.py"/>
        <source>Kappa (cross-validation)</source>
        <translation>Kappa (Kreuzvalidierung)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/reports.py"/>
        <source>HTML files (*.html)</source>
        <translation>HTML-Dateien (*.html)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Simple random</source>
        <translation>Einfache Zufallsauswahl</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Stratified random</source>
        <translation>Geschichtete Zufallsauswahl</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Purposive (not random)</source>
        <translation>Gezielt (nicht zufällig)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Census (complete coverage)</source>
        <translation>Vollerhebung</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>How the locations of the reference data were selected: at random over the whole map, at random within each class, purposively (which allows no estimates for the whole map), or everywhere. “Automatic” assumes a stratified sample for points and a purposive one for polygons and lines.</source>
        <translation>Wie die Orte der Referenzdaten ausgewählt wurden: zufällig auf der ganzen Karte, zufällig in jeder Klasse, gezielt (was keine Schätzungen für die ganze Karte erlaubt) oder überall. „Automatisch“ nimmt für Punkte eine geschichtete Stichprobe an, für Polygone und Linien eine gezielte.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Number of points to draw. Used only when a reference sample is drawn.</source>
        <translation>Anzahl der zu ziehenden Punkte. Wird nur verwendet, wenn eine Referenzstichprobe gezogen wird.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Olofsson et al. (recommended)</source>
        <translation>Olofsson et al. (empfohlen)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Proportional to area</source>
        <translation>Proportional zur Fläche</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Equal</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>How the points are allocated to the classes. Olofsson et al. (olofsson): 50 to 100 points for rare classes, proportional to area for the others; proportional: proportional to area; equal: the same number for each class.</source>
        <translation>Wie die Punkte auf die Klassen aufgeteilt werden. Olofsson et al. (olofsson): 50 bis 100 Punkte für seltene Klassen, für die anderen proportional zur Fläche; proportional: proportional zur Fläche; equal: für jede Klasse gleich viele.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Sampling design</source>
        <translation>Stichprobendesign</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Sample size</source>
        <translation>Stichprobengröße</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sampling.py"/>
        <source>Sample allocation</source>
        <translation>Aufteilung der Stichprobe</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>The scene, as reflectance, with at least three bands. Wavelengths and bad bands are read from its metadata. Any format or subdataset that QGIS opens as a raster layer is supported, and the metadata file or folder of an EnMAP, PRISMA, DESIS, EMIT, Tanager, NEON, AVIRIS, Wyvern or Hyperfield product.</source>
        <translation>Die Szene, als Reflexionsgrad, mit mindestens drei Kanälen. Wellenlängen und schlechte Kanäle werden aus den Metadaten gelesen. Unterstützt wird jedes Format oder Subdataset, das QGIS als Rasterlayer öffnet, und die Metadatendatei oder der Ordner eines Produkts von EnMAP, PRISMA, DESIS, EMIT, Tanager, NEON, AVIRIS, Wyvern oder Hyperfield.</translation>
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
        <translation>NVIDIA-GPU (CUDA)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Apple GPU (MPS)</source>
        <translation>Apple-GPU (MPS)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>The device to compute on. “Automatic” uses a GPU where a suitable one is found.</source>
        <translation>Das Gerät, auf dem gerechnet wird. „Automatisch“ verwendet eine GPU, wenn eine geeignete gefunden wird.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Approximate amount of memory that may be used. If empty, it depends on the free memory. Decrease it if a run was stopped because memory ran out.</source>
        <translation>Ungefähre Menge an Arbeitsspeicher, die verwendet werden darf. Wenn leer, richtet sie sich nach dem freien Speicher. Verringern Sie sie, wenn ein Lauf wegen Speichermangels beendet wurde.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Also read data that refer to files outside their own folder or to the network, as virtual rasters may. Use this only for data that you trust. The default is set in the options of the plugin.</source>
        <translation>Auch Daten lesen, die auf Dateien außerhalb ihres eigenen Ordners oder auf das Netz verweisen, wie es virtuelle Raster können. Nur für Daten verwenden, denen Sie vertrauen. Die Voreinstellung steht in den Optionen des Plugins.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Band numbers and ranges, such as 1-5, 130-135. Bands that the metadata mark as bad and empty bands are always excluded.</source>
        <translation>Kanalnummern und Bereiche, zum Beispiel 1-5, 130-135. Kanäle, die die Metadaten als schlecht kennzeichnen, und leere Kanäle werden immer ausgeschlossen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Three band numbers, such as 30, 20, 10, for an image without wavelengths. Otherwise the bands are selected by wavelength.</source>
        <translation>Drei Kanalnummern, zum Beispiel 30, 20, 10, für ein Bild ohne Wellenlängen. Sonst werden die Kanäle nach der Wellenlänge gewählt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Exclude bands in the water vapour absorption regions (1340–1460, 1790–1960 and above 2450 nm) and bands with almost constant values. The log lists them.</source>
        <translation>Kanäle in den Absorptionsbereichen des Wasserdampfs (1340–1460, 1790–1960 und über 2450 nm) und Kanäle mit fast konstanten Werten ausschließen. Das Protokoll nennt sie.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Hyperspectral image</source>
        <translation>Hyperspektralbild</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Choose the hyperspectral scene, not a map or a single band of it.</source>
        <translation>Wählen Sie die Hyperspektralszene, keine Karte und keinen einzelnen Kanal davon.</translation>
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
        <location filename="../../gui/options_page.py"/>
        <source>Allow references to other folders and the network</source>
        <translation>Verweise auf andere Ordner und das Netz erlauben</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Bands to exclude</source>
        <translation>Auszuschließende Kanäle</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Red, green and blue bands</source>
        <translation>Kanäle für Rot, Grün und Blau</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>Exclude bands without signal</source>
        <translation>Kanäle ohne Signal ausschließen</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <location filename="../../gui/cube.py"/>
        <source>The image cannot be opened: {}</source>
        <translation>Das Bild kann nicht geöffnet werden: {}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/scene.py"/>
        <source>The image {} has too few bands ({}); at least {} are needed.</source>
        <translation>Das Bild {} hat zu wenige Kanäle ({}); mindestens {} werden benötigt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Training data (at least one of these)</source>
        <translation>Trainingsdaten (mindestens eines davon)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Classifier</source>
        <translation>Klassifikator</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Labelled pixels</source>
        <translation>Gekennzeichnete Pixel</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Bands and excluded pixels</source>
        <translation>Kanäle und ausgeschlossene Pixel</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Rasters to write</source>
        <translation>Zu schreibende Raster</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/sections.py"/>
        <source>Computation</source>
        <translation>Berechnung</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/seed.py"/>
        <source>Random seed</source>
        <translation>Zufalls-Startwert</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/spectral_libraries.py"/>
        <source>Spectral libraries (with or instead of training samples)</source>
        <translation>Spektralbibliotheken (mit Trainingsdaten oder an ihrer Stelle)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/spectral_libraries.py"/>
        <source>Class field of the spectral libraries</source>
        <translation>Klassenfeld der Spektralbibliotheken</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/spectral_libraries.py"/>
        <source>The field that holds the class of a spectrum; “name” is the name of the spectrum, “folder” that of the folder of its file. If empty, the field “class” is used, or the name without its number where there is no such field.</source>
        <translation>Das Feld, das die Klasse eines Spektrums enthält; „name“ ist der Name des Spektrums, „folder“ der des Ordners seiner Datei. Wenn leer, wird das Feld „class“ verwendet oder, wo es fehlt, der Name ohne seine Nummer.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/spectral_libraries.py"/>
        <source>Choose a file, or a folder of files with one spectrum each.</source>
        <translation>Wählen Sie eine Datei oder einen Ordner mit Dateien zu je einem Spektrum.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/spectral_libraries.py"/>
        <source>The spectral library {} does not exist.</source>
        <translation>Die Spektralbibliothek {} existiert nicht.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>Spectra of known class to use in addition to training samples or instead of them: ENVI (.sli), CSV, ECOSTRESS, USGS splib07, ASD or EnMAP-Box files, or folders of them. They are resampled to the bands of the image, which needs wavelengths. With libraries, the method uses the spectrum only.</source>
        <translation>Spektren bekannter Klassen, zusätzlich zu Trainingsdaten oder an ihrer Stelle: Dateien von ENVI (.sli), CSV, ECOSTRESS, USGS splib07, ASD oder EnMAP-Box, oder Ordner mit solchen. Sie werden auf die Kanäle des Bildes umgerechnet, das Wellenlängen haben muss. Mit Spektralbibliotheken verwendet das Verfahren nur das Spektrum.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>A web page with the accuracies, the confusion matrix, the weights of the base classifiers, the input data and the settings.</source>
        <translation>Eine Webseite mit den Genauigkeiten, der Konfusionsmatrix, den Gewichten der Basisklassifikatoren, den Eingabedaten und den Einstellungen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training.py"/>
        <source>The same input data with the same seed give the same map; another seed shows how much of the map depends on chance.</source>
        <translation>Dieselben Eingabedaten mit demselben Startwert ergeben dieselbe Karte; ein anderer Startwert zeigt, wie viel von der Karte Zufall ist.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Annotation layers are training samples, too: the text in a shape is its class, or the name of a layer without texts. Files of other tools can be given by their path: training input of the SCP (.scpx), regions of ENVI (.xml, .txt), datasets of the EnMAP-Box (.json) and tables with coordinates (.csv).</source>
        <translation>Auch Anmerkungslayer sind Trainingsdaten: Der Text in einer Form ist ihre Klasse, oder der Name eines Layers ohne Texte. Dateien anderer Programme können mit ihrem Pfad angegeben werden: Trainingseingaben des SCP (.scpx), Regionen von ENVI (.xml, .txt), Datensätze der EnMAP-Box (.json) und Tabellen mit Koordinaten (.csv).</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Polygons, points or lines of known class, in any coordinate reference system: at least two classes with three pixels each; recommended are five to ten small polygons per class, spread over the scene. Selections, filters, joins and temporary layers are respected.</source>
        <translation>Polygone, Punkte oder Linien bekannter Klasse, in einem beliebigen Koordinatenbezugssystem: mindestens zwei Klassen mit je drei Pixeln; empfohlen sind fünf bis zehn kleine Polygone je Klasse, über die Szene verteilt. Auswahl, Filter, Verknüpfungen und temporäre Layer werden berücksichtigt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>The field that holds the class of a training sample, as a name or an integer code. Samples without a value are ignored. If empty, it is the field that styles the layer, one with a usual name such as class or species, or the only text field.</source>
        <translation>Das Feld, das die Klasse der Trainingsdaten enthält, als Namen oder ganzzahligen Code. Objekte ohne Wert werden nicht berücksichtigt. Falls leer, ist es das Feld des Stils des Layers, eines mit einem üblichen Namen wie class oder species, oder das einzige Textfeld.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Label raster (instead of training samples)</source>
        <translation>Label-Raster (anstelle von Trainingsdaten)</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>A raster to use instead of training samples: its first band holds an integer code for each class, and 0 or no data where the class is unknown. Connected pixels of a class are treated as one polygon. Class names and colours are read from the layer&apos;s style or from the file.</source>
        <translation>Ein Raster anstelle von Vektor-Trainingsdaten: Sein erster Kanal enthält einen ganzzahligen Code je Klasse und 0 oder NoData, wo die Klasse unbekannt ist. Zusammenhängende Pixel einer Klasse gelten als ein Polygon. Klassennamen und Farben werden aus dem Stil des Layers oder aus der Datei gelesen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Both training samples and a label raster were given.</source>
        <translation>Es wurden sowohl Trainingsdaten als auch ein Label-Raster angegeben.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>No training samples were given.</source>
        <translation>Es wurden keine Trainingsdaten angegeben.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Choose a layer of training samples or a label raster.</source>
        <translation>Wählen Sie einen Layer mit Trainingsdaten oder ein Label-Raster.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>The label raster cannot be opened: {}</source>
        <translation>Das Label-Raster kann nicht geöffnet werden: {}</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/training_samples.py"/>
        <source>Choose a layer of training samples, a label raster or spectral libraries.</source>
        <translation>Wählen Sie einen Layer mit Trainingsdaten, ein Label-Raster oder Spektralbibliotheken.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <location filename="../../gui/layers_section.py"/>
        <location filename="../../gui/samples/import_dialog.py"/>
        <source>Class field</source>
        <translation>Klassenfeld</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Check that the file exists and opens in QGIS as a vector layer.</source>
        <translation>Prüfen Sie, ob die Datei existiert und sich in QGIS als Vektorlayer öffnen lässt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Choose a layer of polygons, points or lines.</source>
        <translation>Wählen Sie einen Layer mit Polygonen, Punkten oder Linien.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>Draw some features. If “Selected features only” is checked, select some or uncheck it.</source>
        <translation>Zeichnen Sie einige Objekte. Wenn „Nur gewählte Objekte“ aktiviert ist, wählen Sie einige aus oder deaktivieren Sie es.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: {} is a table without geometries.</source>
        <translation>{}: {} ist eine Tabelle ohne Geometrien.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: there is no field “{}”.</source>
        <translation>{}: Es gibt kein Feld „{}“.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: no coordinate reference system; that of the image is assumed.</source>
        <translation>{}: kein Koordinatenbezugssystem; das des Bildes wird angenommen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: the layer contains no features.</source>
        <translation>{}: Der Layer enthält keine Objekte.</translation>
    </message>
    <message>
        <location filename="../../algorithms/parameters/vector_layer.py"/>
        <source>{}: {} invalid geometries were repaired.</source>
        <translation>{}: {} ungültige Geometrien wurden repariert.</translation>
    </message>
    <message>
        <location filename="../../algorithms/provider.py"/>
        <source>GeoDiffNet: hyperspectral classification</source>
        <translation>GeoDiffNet: Hyperspektral-Klassifikation</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Set up the backend</source>
        <translation>Backend einrichten</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Installs, verifies, repairs or removes the Python environment of the backend.</source>
        <translation>Installiert, prüft, repariert oder entfernt die Python-Umgebung des Backends.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>&lt;p&gt;The backend of GeoDiffNet runs in its own Python environment, separate from the Python of QGIS. This algorithm installs it in your QGIS profile: no administrator rights are needed, and nothing else on the computer is changed.&lt;/p&gt;&lt;p&gt;Every file is verified against the checksum of the tested version. If the installation is cancelled or fails, the previous environment is kept; the next attempt reuses completed downloads. At the end a self-test runs.&lt;/p&gt;&lt;p&gt;The same actions are available under &lt;i&gt;Settings ▸ Options ▸ GeoDiffNet&lt;/i&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Das Backend von GeoDiffNet läuft in einer eigenen Python-Umgebung, getrennt vom Python von QGIS. Dieser Algorithmus installiert sie in Ihrem QGIS-Profil: Administratorrechte sind nicht nötig, und sonst wird am Computer nichts geändert.&lt;/p&gt;&lt;p&gt;Jede Datei wird anhand der Prüfsumme der getesteten Version geprüft. Wird die Installation abgebrochen oder schlägt sie fehl, bleibt die vorherige Umgebung erhalten; der nächste Versuch verwendet fertige Downloads wieder. Am Ende läuft ein Selbsttest.&lt;/p&gt;&lt;p&gt;Dieselben Aktionen gibt es unter &lt;i&gt;Einstellungen ▸ Optionen ▸ GeoDiffNet&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>setup: install the environment, or upgrade it after an upgrade of the plugin. verify: run the self-test. repair: install the environment again. download: only fill the wheel folder, for computers without a network connection. use: use an existing Python environment. remove: delete the environment.</source>
        <translation>setup: die Umgebung installieren oder nach einer Aktualisierung des Plugins aktualisieren. verify: den Selbsttest ausführen. repair: die Umgebung neu installieren. download: nur den Wheel-Ordner füllen, für Computer ohne Netzverbindung. use: eine vorhandene Python-Umgebung verwenden. remove: die Umgebung löschen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>CPU only</source>
        <translation>Nur CPU</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>“Automatic” installs the build for NVIDIA GPUs (CUDA, about 3 GB to download) where a sufficiently recent driver is found, and otherwise the CPU build (about 0.4 GB). On a Mac there is one build, which supports Apple&apos;s GPU.</source>
        <translation>„Automatisch“ installiert die Ausgabe für NVIDIA-GPUs (CUDA, Download von etwa 3 GB), wenn ein hinreichend neuer Treiber gefunden wird, sonst die CPU-Ausgabe (etwa 0,4 GB). Für den Mac gibt es eine Ausgabe, die Apples GPU unterstützt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>A folder of wheels to install from, without a network connection; for the action “Download only”, the folder to fill. It must contain the tested files for this system and Python version.</source>
        <translation>Ein Ordner mit Wheels, aus dem ohne Netzverbindung installiert wird; bei der Aktion „Nur herunterladen“ der Ordner, der gefüllt wird. Er muss die getesteten Dateien für dieses System und diese Python-Version enthalten.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>The base Python of the environment. If empty, it is detected (the Python of QGIS on Windows, python3 of the system on Linux). For the action “Use a custom Python environment”, the interpreter of an environment that contains all packages; empty to use the environment in the profile again.</source>
        <translation>Das Basis-Python der Umgebung. Wenn leer, wird es automatisch erkannt (das Python von QGIS unter Windows, python3 des Systems unter Linux). Bei der Aktion „Eigene Python-Umgebung verwenden“ der Interpreter einer Umgebung, die alle Pakete enthält; leer, um wieder die Umgebung im Profil zu verwenden.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>install,installation,environment,python,pip,torch,pytorch,cuda,gpu,dependencies,upgrade,repair,verify,uninstall,offline,wheels</source>
        <translation>installieren,Installation,Umgebung,Python,pip,torch,PyTorch,CUDA,GPU,Abhängigkeiten,aktualisieren,reparieren,prüfen,deinstallieren,offline,Wheels</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>PyTorch build</source>
        <translation>PyTorch-Ausgabe</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Wheel folder</source>
        <translation>Wheel-Ordner</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Python interpreter</source>
        <translation>Python-Interpreter</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>State of the backend</source>
        <translation>Zustand des Backends</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Environment folder</source>
        <translation>Ordner der Umgebung</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Duration of the self-test (seconds)</source>
        <translation>Dauer des Selbsttests (Sekunden)</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../bridge/setup/actions.py"/>
        <source>No folder was chosen for the download.</source>
        <translation>Es wurde kein Ordner für den Download gewählt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Choose one as “Wheel folder”.</source>
        <translation>Wählen Sie einen als „Wheel-Ordner“.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Cancelled; the previous environment was kept.</source>
        <translation>Abgebrochen; die vorherige Umgebung bleibt erhalten.</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Set up or upgrade</source>
        <translation>Einrichten oder aktualisieren</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Verify (run the self-test)</source>
        <translation>Prüfen (Selbsttest ausführen)</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Repair (reinstall)</source>
        <translation>Reparieren (neu installieren)</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Download only</source>
        <translation>Nur herunterladen</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Use a custom Python environment</source>
        <translation>Eigene Python-Umgebung verwenden</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="../../algorithms/setupbackend.py"/>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Create a spectral library</source>
        <translation>Spektralbibliothek erstellen</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Writes spectra of training samples or of other libraries as a spectral library.</source>
        <translation>Schreibt Spektren von Trainingsdaten oder anderen Bibliotheken als Spektralbibliothek.</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>&lt;p&gt;Writes the spectra of training samples as a spectral library, or resamples existing libraries to the bands of an image. Both can be combined in one library.&lt;/p&gt;&lt;p&gt;Use the library in other programs, or as training samples for another scene: &lt;i&gt;Classify HSI with GeoDiffNet-F&lt;/i&gt; and &lt;i&gt;Train a model&lt;/i&gt; read it under &lt;i&gt;Spectral libraries&lt;/i&gt;. The spectra of another scene differ by illumination, atmosphere and season: assess a map that was made with them.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Schreibt die Spektren von Trainingsdaten als Spektralbibliothek oder rechnet vorhandene Bibliotheken auf die Kanäle eines Bildes um. Beides kann in einer Bibliothek vereint werden.&lt;/p&gt;&lt;p&gt;Verwenden Sie die Bibliothek in anderen Programmen oder als Trainingsdaten für eine andere Szene: &lt;i&gt;HSI mit GeoDiffNet-F klassifizieren&lt;/i&gt; und &lt;i&gt;Modell trainieren&lt;/i&gt; lesen sie unter &lt;i&gt;Spektralbibliotheken&lt;/i&gt;. Die Spektren einer anderen Szene unterscheiden sich durch Beleuchtung, Atmosphäre und Jahreszeit: Bewerten Sie eine Karte, die damit erstellt wurde.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Libraries to resample to the bands of the image, which needs wavelengths: ENVI (.sli), CSV, ECOSTRESS, USGS splib07, ASD or EnMAP-Box files, or folders of them.</source>
        <translation>Bibliotheken, die auf die Kanäle des Bildes umgerechnet werden, das Wellenlängen haben muss: Dateien von ENVI (.sli), CSV, ECOSTRESS, USGS splib07, ASD oder EnMAP-Box, oder Ordner mit solchen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Polygons, points or lines of known class, in any coordinate reference system. Selections, filters, joins and temporary layers are respected.</source>
        <translation>Polygone, Punkte oder Linien bekannter Klasse, in einem beliebigen Koordinatenbezugssystem. Auswahl, Filter, Verknüpfungen und temporäre Layer werden berücksichtigt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Write one spectrum per training sample, the mean of its pixels, instead of one per pixel. Spectra of libraries are not averaged.</source>
        <translation>Schreibt je Polygon, Punkt oder Linie ein Spektrum, das Mittel der Pixel, statt eines je Pixel. Spektren von Bibliotheken werden nicht gemittelt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>The library to write: in ENVI format with its header (.sli), or as a table (.csv) with name, class and origin of each spectrum.</source>
        <translation>Die zu schreibende Bibliothek: im ENVI-Format mit Header (.sli) oder als Tabelle (.csv) mit Name, Klasse und Herkunft jedes Spektrums.</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>hyperspectral,imaging spectroscopy,spectral library,spectra,endmembers,training samples,resample,ENVI,CSV</source>
        <translation>hyperspektral,Abbildende Spektroskopie,Spektralbibliothek,Spektren,Endmember,Trainingsdaten,Resampling,ENVI,CSV</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Write the mean spectrum of each polygon</source>
        <translation>Mittleres Spektrum jedes Polygons schreiben</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Spectral library</source>
        <translation>Spektralbibliothek</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Number of spectra</source>
        <translation>Anzahl der Spektren</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>Choose a name that ends in .sli (ENVI) or .csv.</source>
        <translation>Wählen Sie einen Namen, der auf .sli (ENVI) oder .csv endet.</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>ENVI spectral libraries (*.sli);;Tables (*.csv)</source>
        <translation>ENVI-Spektralbibliotheken (*.sli);;Tabellen (*.csv)</translation>
    </message>
    <message>
        <location filename="../../algorithms/spectrallibrary.py"/>
        <source>The format of the library {} is unknown.</source>
        <translation>Das Format der Bibliothek {} ist unbekannt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Suggest where to label next</source>
        <translation>Vorschlagen, was als Nächstes zu annotieren ist</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Finds the locations whose class would improve a model most (active learning).</source>
        <translation>Findet die Orte, deren Klasse ein Modell am meisten verbessern würde (Active Learning).</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>&lt;p&gt;Active learning: finds locations in a scene whose class would improve a model most. They have a low confidence or are unlike any training sample, and are not too similar to each other.&lt;/p&gt;&lt;p&gt;The result is a layer to complete: check each location in the image, enter its class in the class field, correct or enlarge the polygon, and delete the locations whose class you cannot identify. Then add the rest to your training samples and classify again.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Active Learning: findet Orte in einer Szene, deren Klasse ein Modell am meisten verbessern würde. Sie haben eine niedrige Konfidenz oder gleichen keinen Trainingsdaten, und sie sind einander nicht zu ähnlich.&lt;/p&gt;&lt;p&gt;Das Ergebnis ist ein Layer zum Ausfüllen: Sehen Sie sich jeden Ort im Bild an, tragen Sie seine Klasse in das Klassenfeld ein, korrigieren oder vergrößern Sie das Polygon und löschen Sie die Orte, deren Klasse Sie nicht bestimmen können. Fügen Sie die übrigen Ihren Trainingsdaten hinzu und klassifizieren Sie erneut.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>A GeoPackage of the locations with their number, an empty class field, the two most probable classes, the confidence in percent and the reason for the suggestion.</source>
        <translation>Ein GeoPackage der Orte mit ihrer Nummer, einem leeren Klassenfeld, den zwei wahrscheinlichsten Klassen, der Konfidenz in Prozent und dem Grund des Vorschlags.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>How many locations to suggest; number 1 has the highest priority.</source>
        <translation>Wie viele Orte vorgeschlagen werden; Nummer 1 hat die höchste Priorität.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Polygon (pixel outline)</source>
        <translation>Polygon (Umriss des Pixels)</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Point (pixel centre)</source>
        <translation>Punkt (Mittelpunkt des Pixels)</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>A polygon with the outline of the pixel, which can be enlarged, or a point.</source>
        <translation>Ein Polygon mit dem Umriss des Pixels, das vergrößert werden kann, oder ein Punkt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Another location within this distance gets a much lower priority. If empty, it depends on the size of the scene and the number of suggestions.</source>
        <translation>Ein weiterer Ort innerhalb dieses Abstands erhält eine viel niedrigere Priorität. Wenn leer, richtet sich der Abstand nach der Größe der Szene und der Anzahl der Vorschläge.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>hyperspectral,active learning,training samples,sampling,uncertainty,novelty</source>
        <translation>hyperspektral,Active Learning,Trainingsdaten,Stichprobe,Unsicherheit,Neuheit</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>The same input data with the same seed give the same locations.</source>
        <translation>Dieselben Eingabedaten mit demselben Startwert ergeben dieselben Orte.</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Suggested locations</source>
        <translation>Vorgeschlagene Orte</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Number of suggested locations</source>
        <translation>Anzahl der vorgeschlagenen Orte</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Number of suggestions</source>
        <translation>Anzahl der Vorschläge</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Geometry type</source>
        <translation>Geometrietyp</translation>
    </message>
    <message>
        <location filename="../../algorithms/suggest.py"/>
        <source>Minimum distance (pixels)</source>
        <translation>Mindestabstand (Pixel)</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>Train a model</source>
        <translation>Modell trainieren</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>Trains a model with training samples, to be applied to other scenes.</source>
        <translation>Trainiert ein Modell mit Trainingsdaten, um es auf andere Szenen anzuwenden.</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>&lt;p&gt;Trains a model with the training samples that you have drawn on a hyperspectral image, estimates its accuracy, and writes it to a file.&lt;/p&gt;&lt;p&gt;No map is created. &lt;i&gt;Apply a model&lt;/i&gt; uses the file to map this scene, or others of the same sensor; &lt;i&gt;Classify HSI with GeoDiffNet-F&lt;/i&gt; trains and maps in one step.&lt;/p&gt;&lt;p&gt;The accuracies are cross-validated; no polygon is used for both training and testing.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Trainiert ein Modell mit den Trainingsdaten, die Sie auf ein Hyperspektralbild gezeichnet haben, schätzt seine Genauigkeit und schreibt es in eine Datei.&lt;/p&gt;&lt;p&gt;Es wird keine Karte erstellt. &lt;i&gt;Modell anwenden&lt;/i&gt; kartiert mit der Datei diese Szene oder andere desselben Sensors; &lt;i&gt;HSI mit GeoDiffNet-F klassifizieren&lt;/i&gt; trainiert und kartiert in einem Schritt.&lt;/p&gt;&lt;p&gt;Die Genauigkeiten sind kreuzvalidiert; kein Polygon dient zugleich dem Training und dem Test.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>hyperspectral,imaging spectroscopy,supervised,machine learning,deep learning,diffusion,linear discriminant analysis,random forest,support vector machine,fit,accuracy</source>
        <translation>hyperspektral,Bildspektroskopie,überwacht,maschinelles Lernen,Deep Learning,Diffusion,lineare Diskriminanzanalyse,Random Forest,Support Vector Machine,anpassen,Genauigkeit</translation>
    </message>
    <message>
        <location filename="../../algorithms/train.py"/>
        <source>The file of the trained model (.safetensors). It contains everything that is needed to map other scenes, on this or another computer, and no program code.</source>
        <translation>Die Datei des trainierten Modells (.safetensors). Sie enthält alles, was nötig ist, um andere Szenen zu kartieren, auf diesem oder einem anderen Computer, und keinen Programmcode.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Create a training layer</source>
        <translation>Trainingslayer erstellen</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Creates an empty polygon layer for the training samples of your classes.</source>
        <translation>Erstellt einen leeren Polygonlayer für die Trainingsdaten Ihrer Klassen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>&lt;p&gt;Creates an empty polygon layer for training samples, in the coordinate reference system of the scene.&lt;/p&gt;&lt;p&gt;Each class has a colour, and the attribute form of a new polygon offers the classes as a list. Names and colours are stored in the GeoPackage and are also used for the class map.&lt;/p&gt;&lt;p&gt;The panel &lt;i&gt;GeoDiffNet labelling&lt;/i&gt; can also create such a layer, and helps to draw the polygons.&lt;/p&gt;&lt;p&gt;Example of a class list: &lt;code&gt;water=#2f7fd1, tree, roof=#d1453b&lt;/code&gt;&lt;/p&gt;</source>
        <translation>&lt;p&gt;Erstellt einen leeren Polygonlayer für Trainingsdaten, im Koordinatenbezugssystem der Szene.&lt;/p&gt;&lt;p&gt;Jede Klasse hat eine Farbe, und das Attributformular eines neuen Polygons bietet die Klassen als Liste an. Namen und Farben werden im GeoPackage gespeichert und auch für die Klassenkarte verwendet.&lt;/p&gt;&lt;p&gt;Auch das Bedienfeld &lt;i&gt;GeoDiffNet-Annotation&lt;/i&gt; kann einen solchen Layer erstellen, und es hilft beim Zeichnen der Polygone.&lt;/p&gt;&lt;p&gt;Beispiel einer Klassenliste: &lt;code&gt;water=#2f7fd1, tree, roof=#d1453b&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>The scene to draw on; the layer gets its coordinate reference system.</source>
        <translation>Die Szene, auf der gezeichnet wird; der Layer erhält ihr Koordinatenbezugssystem.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>The classes, one per line or separated by commas, each as a name or as name=#rrggbb. Classes without a colour are assigned one; more classes can be added later.</source>
        <translation>Die Klassen, eine je Zeile oder durch Kommas getrennt, jede als Name oder als Name=#rrggbb. Klassen ohne Farbe erhalten eine; weitere Klassen können später hinzugefügt werden.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>The GeoPackage to create, with a text field “class”. A file that contains features is never overwritten.</source>
        <translation>Das zu erstellende GeoPackage, mit einem Textfeld „class“. Eine Datei, die Objekte enthält, wird nie überschrieben.</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>hyperspectral,training samples,polygons,digitize,draw,classes,labels,GeoPackage</source>
        <translation>hyperspektral,Trainingsdaten,Polygone,digitalisieren,zeichnen,Klassen,Labels,GeoPackage</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <location filename="../../gui/dock.py"/>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <location filename="../../algorithms/traininglayer.py"/>
        <source>Training layer</source>
        <translation>Trainingslayer</translation>
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
        <source>Tune diffusion features</source>
        <translation>Diffusionsmerkmale abstimmen</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Finds the decoder block, timestep and composite that suit a scene.</source>
        <translation>Findet Decoderblock, Zeitschritt und Farbkomposit, die zu einer Szene passen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>&lt;p&gt;A grid search over decoder blocks and timesteps of the diffusion network and over composites of the scene. The report contains the accuracy of each combination, and clusters of its features.&lt;/p&gt;&lt;p&gt;All combinations use the same cross-validation folds; no polygon is used for both training and testing. The default features, which combine several blocks and composites, are tested as well; often they are better than any single one.&lt;/p&gt;&lt;p&gt;Enter the best combination under the advanced parameters of &lt;i&gt;Train a model&lt;/i&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Eine Rastersuche über Decoderblöcke und Zeitschritte des Diffusionsnetzes und über Farbkomposite der Szene. Der Bericht enthält die Genauigkeit jeder Kombination und Cluster ihrer Merkmale.&lt;/p&gt;&lt;p&gt;Alle Kombinationen verwenden dieselben Teile der Kreuzvalidierung; kein Polygon dient zugleich dem Training und dem Test. Die voreingestellten Merkmale, die mehrere Blöcke und Farbkomposite verbinden, werden ebenfalls getestet; oft sind sie besser als jede einzelne Kombination.&lt;/p&gt;&lt;p&gt;Tragen Sie die beste Kombination in die fortgeschrittenen Parameter von &lt;i&gt;Modell trainieren&lt;/i&gt; ein.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>The method that evaluates the features. GeoDiffNet-F (geodiffnet-f) also uses the spectrum, so that only what the features add to it counts; GeoDiffNet (geodiffnet) uses the features only.</source>
        <translation>Das Verfahren, das die Merkmale bewertet. GeoDiffNet-F (geodiffnet-f) verwendet auch das Spektrum, sodass nur zählt, was die Merkmale dazu beitragen; GeoDiffNet (geodiffnet) verwendet nur die Merkmale.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Decoder blocks to test</source>
        <translation>Zu testende Decoderblöcke</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Numbers such as 2, 5, 8, 11. Low numbers give coarse features of a wide context, high numbers fine features of a narrow one; the number after the last block is the denoised image. If empty, some blocks across the network are tested.</source>
        <translation>Nummern wie 2, 5, 8, 11. Niedrige Nummern ergeben grobe Merkmale einer weiten Umgebung, hohe Nummern feine Merkmale einer engen; die Nummer nach dem letzten Block ist das entrauschte Bild. Wenn leer, werden einige über das Netz verteilte Blöcke getestet.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Diffusion timesteps to test (noise level)</source>
        <translation>Zu testende Diffusionszeitschritte (Rauschpegel)</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Timesteps of the diffusion process, from 0 (no noise) to 999 (pure noise). If empty, 50, 150 and 300 are tested.</source>
        <translation>Zeitschritte des Diffusionsprozesses, von 0 (kein Rauschen) bis 999 (reines Rauschen). Wenn leer, werden 50, 150 und 300 getestet.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Composites to test</source>
        <translation>Zu testende Farbkomposite</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>Three-band composites of the scene: rgb, cir, swir, pca1 (principal components 1 to 3), pca2 (4 to 6). Those joined by +, such as rgb+pca1, are used together. If empty, pca1+pca2 and rgb are tested.</source>
        <translation>Farbkomposite der Szene aus drei Kanälen: rgb, cir, swir, pca1 (Hauptkomponenten 1 bis 3), pca2 (4 bis 6). Durch + verbundene, zum Beispiel rgb+pca1, werden gemeinsam verwendet. Wenn leer, werden pca1+pca2 und rgb getestet.</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>hyperspectral,hyperparameters,grid search,tuning,decoder block,timestep,composite,diffusion,cross-validation,clusters</source>
        <translation>hyperspektral,Hyperparameter,Rastersuche,Abstimmung,Decoderblock,Zeitschritt,Farbkomposit,Diffusion,Kreuzvalidierung,Cluster</translation>
    </message>
    <message>
        <location filename="../../algorithms/tune.py"/>
        <source>A web page with a heat map of all combinations, and clusters of their features beside the composites. The numbers are also written to a JSON file of the same name.</source>
        <translation>Eine Webseite mit einer Heatmap aller Kombinationen und mit Clustern ihrer Merkmale neben den Farbkompositen. Die Zahlen werden auch in eine JSON-Datei desselben Namens geschrieben.</translation>
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
        <translation>Bestes Farbkomposit</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Summarise a class map per polygon</source>
        <translation>Klassenkarte je Polygon zusammenfassen</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Computes the class shares of a map in the polygons of a layer.</source>
        <translation>Berechnet die Klassenanteile einer Karte in den Polygonen eines Layers.</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>&lt;p&gt;Computes for each polygon of a layer, such as parcels or stands, the number of pixels, the most frequent class, the share of each class in percent and, where the confidence of the map is given, its mean.&lt;/p&gt;&lt;p&gt;A pixel belongs to the polygons that contain its centre; polygons may overlap, and one without any pixel centre gets the pixel that it lies in. Shares of pixels are not areas corrected for errors of the map: &lt;i&gt;Assess a class map&lt;/i&gt; estimates those.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Berechnet für jedes Polygon eines Layers, etwa Parzellen oder Bestände, die Anzahl der Pixel, die häufigste Klasse, den Anteil jeder Klasse in Prozent und, wenn die Konfidenz der Karte angegeben ist, deren Mittel.&lt;/p&gt;&lt;p&gt;Ein Pixel gehört zu den Polygonen, die seinen Mittelpunkt enthalten; Polygone dürfen sich überlappen, und eines ohne Pixelmittelpunkt erhält das Pixel, in dem es liegt. Pixelanteile sind keine um Kartenfehler korrigierten Flächen: Diese schätzt &lt;i&gt;Klassenkarte prüfen&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>The polygons, in any coordinate reference system. Selections, filters and temporary layers are respected.</source>
        <translation>Die Polygone, in einem beliebigen Koordinatenbezugssystem. Auswahl, Filter und temporäre Layer werden berücksichtigt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>A GeoPackage of the polygons with their own fields and the computed ones.</source>
        <translation>Ein GeoPackage der Polygone mit ihren eigenen und den berechneten Feldern.</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>A table (.csv) of the computed fields, with the number of each polygon.</source>
        <translation>Eine Tabelle (.csv) der berechneten Felder mit der Nummer jedes Polygons.</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>zonal statistics,zonal histogram,class shares,proportions,parcels,stands,land cover,majority,confidence</source>
        <translation>Zonenstatistik,Zonenhistogramm,Klassenanteile,Anteile,Parzellen,Bestände,Landbedeckung,Mehrheit,Konfidenz</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>The map to summarise: a raster file whose first band holds class codes.</source>
        <translation>Die zusammenzufassende Karte: eine Rasterdatei, deren erster Kanal Klassencodes enthält.</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Zones</source>
        <translation>Zonen</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>The confidence of the map, for its mean in each polygon.</source>
        <translation>Die Konfidenz der Karte, für ihr Mittel in jedem Polygon.</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Zones with class shares</source>
        <translation>Zonen mit Klassenanteilen</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Number of zones</source>
        <translation>Anzahl der Zonen</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Zones with classified pixels</source>
        <translation>Zonen mit klassifizierten Pixeln</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Neither a layer nor a table to write was chosen.</source>
        <translation>Weder ein Layer noch eine Tabelle wurde als Ausgabe gewählt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Choose a file for the layer, for the table, or for both.</source>
        <translation>Wählen Sie eine Datei für den Layer, für die Tabelle oder für beide.</translation>
    </message>
    <message>
        <location filename="../../algorithms/zonal.py"/>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <location filename="../../bridge/annotations.py"/>
        <source>Draw polygons, lines or markers, with the class as a text in them or as the name of their layer.</source>
        <translation>Zeichnen Sie Polygone, Linien oder Markierungen mit der Klasse als Text darin oder als Namen ihres Layers.</translation>
    </message>
    <message>
        <location filename="../../bridge/annotations.py"/>
        <source>Use the same coordinate reference system for all annotation layers.</source>
        <translation>Verwenden Sie für alle Anmerkungslayer dasselbe Koordinatenbezugssystem.</translation>
    </message>
    <message>
        <location filename="../../bridge/annotations.py"/>
        <source>The annotation layer {} contains no labels.</source>
        <translation>Der Anmerkungslayer {} enthält keine Trainingsdaten.</translation>
    </message>
    <message>
        <location filename="../../bridge/annotations.py"/>
        <source>The annotation layer {} cannot be reprojected.</source>
        <translation>Der Anmerkungslayer {} lässt sich nicht umprojizieren.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>Choose its class field, add a text field “class”, or create a training layer.</source>
        <translation>Wählen Sie das Klassenfeld, fügen Sie ein Textfeld „class“ hinzu oder erstellen Sie einen Trainingslayer.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>Choose a text or integer field that can be edited.</source>
        <translation>Wählen Sie ein bearbeitbares Text- oder Ganzzahlfeld.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>Filter the layer, or use the algorithms in the Processing Toolbox.</source>
        <translation>Filtern Sie den Layer oder verwenden Sie die Algorithmen der Verarbeitungswerkzeugkiste.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>Choose the field that holds the class.</source>
        <translation>Wählen Sie das Feld, das die Klasse enthält.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>Undo the change of its fields, or choose another class field.</source>
        <translation>Machen Sie die Änderung der Felder rückgängig oder wählen Sie ein anderes Klassenfeld.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>The layer {} has no field “class”.</source>
        <translation>Der Layer {} hat kein Feld „class“.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>The field “{}” of the layer {} cannot hold classes.</source>
        <translation>Das Feld „{}“ des Layers {} kann keine Klassen enthalten.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>The layer {} has more than {} features.</source>
        <translation>Der Layer {} hat mehr als {} Objekte.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>The field “{}” has more than {} different values.</source>
        <translation>Das Feld „{}“ hat mehr als {} verschiedene Werte.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>The layer {} no longer has the field “{}”.</source>
        <translation>Der Layer {} hat das Feld „{}“ nicht mehr.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>The name {} is too long for the field “{}”.</source>
        <translation>Der Name {} ist zu lang für das Feld „{}“.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_field.py"/>
        <source>Enter at most {} characters.</source>
        <translation>Geben Sie höchstens {} Zeichen ein.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>Enter a name before the colour, for example water=#2f7fd1.</source>
        <translation>Geben Sie vor der Farbe einen Namen ein, zum Beispiel water=#2f7fd1.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>Enter it as #rrggbb, for example water=#2f7fd1, or omit it.</source>
        <translation>Geben Sie sie als #rrggbb ein, zum Beispiel water=#2f7fd1, oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>Enter each class once.</source>
        <translation>Geben Sie jede Klasse einmal ein.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>A class has no name: {}</source>
        <translation>Eine Klasse hat keinen Namen: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>The colour of the class {} is invalid: {}</source>
        <translation>Die Farbe der Klasse {} ist ungültig: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/class_list.py"/>
        <source>The class {} occurs twice in the list.</source>
        <translation>Die Klasse {} kommt in der Liste zweimal vor.</translation>
    </message>
    <message>
        <location filename="../../bridge/class_style.py"/>
        <source>GeoDiffNet classes</source>
        <translation>GeoDiffNet-Klassen</translation>
    </message>
    <message>
        <location filename="../../bridge/class_style.py"/>
        <source>GeoDiffNet classes ({})</source>
        <translation>GeoDiffNet-Klassen ({})</translation>
    </message>
    <message>
        <location filename="../../bridge/labels.py"/>
        <location filename="../../gui/composites.py"/>
        <source>Check that there is free disk space for temporary files.</source>
        <translation>Prüfen Sie, ob für temporäre Dateien genug Speicherplatz frei ist.</translation>
    </message>
    <message>
        <location filename="../../bridge/labels.py"/>
        <source>The labels could not be written to {}: {}</source>
        <translation>Die Trainingsdaten konnten nicht nach {} geschrieben werden: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/layer_geometry.py"/>
        <source>This location lies outside the coordinate reference system of the training layer.</source>
        <translation>Diese Stelle liegt außerhalb des Koordinatenbezugssystems des Trainingslayers.</translation>
    </message>
    <message>
        <location filename="../../bridge/layer_geometry.py"/>
        <source>Use a training layer in the coordinate reference system of the scene.</source>
        <translation>Verwenden Sie einen Trainingslayer im Koordinatenbezugssystem der Szene.</translation>
    </message>
    <message>
        <location filename="../../bridge/layer_geometry.py"/>
        <source>A geometry cannot be cut because it is invalid.</source>
        <translation>Eine Geometrie lässt sich nicht zerschneiden, weil sie ungültig ist.</translation>
    </message>
    <message>
        <location filename="../../bridge/layer_geometry.py"/>
        <source>Repair the layer with “Fix geometries”, or delete this feature.</source>
        <translation>Reparieren Sie den Layer mit „Geometrien reparieren“ oder löschen Sie dieses Objekt.</translation>
    </message>
    <message>
        <location filename="../../bridge/layer_geometry.py"/>
        <source>Choose a training layer of polygons.</source>
        <translation>Wählen Sie einen Trainingslayer mit Polygonen.</translation>
    </message>
    <message>
        <location filename="../../bridge/layer_geometry.py"/>
        <source>The layer {} holds another type of geometry.</source>
        <translation>Der Layer {} enthält einen anderen Geometrietyp.</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>GeoDiffNet-F (recommended)</source>
        <translation>GeoDiffNet-F (empfohlen)</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>GeoDiffNet (diffusion features only)</source>
        <translation>GeoDiffNet (nur Diffusionsmerkmale)</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>GeoSpecNet (spectral network)</source>
        <translation>GeoSpecNet (spektrales Netz)</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>Linear discriminant analysis (fast)</source>
        <translation>Lineare Diskriminanzanalyse (schnell)</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>Random forest</source>
        <translation>Random Forest</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>Support vector machine</source>
        <translation>Support Vector Machine</translation>
    </message>
    <message>
        <location filename="../../bridge/method_titles.py"/>
        <source>Blend of all methods (slow)</source>
        <translation>Kombination aller Verfahren (langsam)</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>Log of the backend: {}</source>
        <translation>Protokoll des Backends: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <source>The backend has reported no progress for {} minutes. If it uses no CPU or GPU time, cancel the run and start it again.</source>
        <translation>Das Backend hat seit {} Minuten keinen Fortschritt gemeldet. Wenn es weder CPU noch GPU belastet, brechen Sie den Lauf ab und starten Sie ihn erneut.</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <location filename="../../bridge/session_process.py"/>
        <source>The Python interpreter of the backend could not be started: {}</source>
        <translation>Der Python-Interpreter des Backends konnte nicht gestartet werden: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <location filename="../../bridge/session_process.py"/>
        <source>Check that {} is a Python interpreter that you may execute.</source>
        <translation>Prüfen Sie, ob {} ein Python-Interpreter ist, den Sie ausführen dürfen.</translation>
    </message>
    <message>
        <location filename="../../bridge/process.py"/>
        <location filename="../../bridge/session_process.py"/>
        <source>Unexpected output of the backend: {}</source>
        <translation>Unerwartete Ausgabe des Backends: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/progress_text.py"/>
        <source>about {} h left</source>
        <translation>noch etwa {} h</translation>
    </message>
    <message>
        <location filename="../../bridge/progress_text.py"/>
        <source>about {} s left</source>
        <translation>noch etwa {} s</translation>
    </message>
    <message>
        <location filename="../../bridge/progress_text.py"/>
        <source>about {} min left</source>
        <translation>noch etwa {} min</translation>
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
        <source>The image {} exists only in the memory of QGIS.</source>
        <translation>Das Bild {} existiert nur im Arbeitsspeicher von QGIS.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The backend of GeoDiffNet is not set up yet.</source>
        <translation>Das Backend von GeoDiffNet ist noch nicht eingerichtet.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Run “Set up the backend” in the Processing Toolbox (GeoDiffNet), or open Settings ▸ Options ▸ GeoDiffNet. This is needed once and takes some minutes.</source>
        <translation>Führen Sie „Backend einrichten“ in der Verarbeitungswerkzeugkiste (GeoDiffNet) aus oder öffnen Sie Einstellungen ▸ Optionen ▸ GeoDiffNet. Das ist einmal nötig und dauert einige Minuten.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python interpreter of the backend does not run.</source>
        <translation>Der Python-Interpreter des Backends läuft nicht.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Choose another one, or none, with the algorithm “Set up the backend”.</source>
        <translation>Wählen Sie mit dem Algorithmus „Backend einrichten“ eine andere oder keine.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Repair the environment of {}, or set {} to another one.</source>
        <translation>Reparieren Sie die Umgebung von {} oder setzen Sie {} auf eine andere.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Run “Set up the backend” in the Processing Toolbox with the action “Repair”. The current interpreter is {}.</source>
        <translation>Führen Sie „Backend einrichten“ in der Verarbeitungswerkzeugkiste mit der Aktion „Reparieren“ aus. Der aktuelle Interpreter ist {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python environment of the backend lacks these packages: {}.</source>
        <translation>Der Python-Umgebung des Backends fehlen diese Pakete: {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The Python interpreter in {} does not exist: {}</source>
        <translation>Den Python-Interpreter in {} gibt es nicht: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>Correct or remove the environment variable {} and restart QGIS.</source>
        <translation>Berichtigen oder entfernen Sie die Umgebungsvariable {} und starten Sie QGIS neu.</translation>
    </message>
    <message>
        <location filename="../../bridge/runtime.py"/>
        <source>The custom Python environment does not exist: {}</source>
        <translation>Die eigene Python-Umgebung existiert nicht: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/session.py"/>
        <source>There are too many samples, or too detailed ones, to be sent to the backend.</source>
        <translation>Es sind zu viele oder zu detaillierte Trainingsdaten, um sie an das Backend zu senden.</translation>
    </message>
    <message>
        <location filename="../../bridge/session.py"/>
        <source>Switch the live map off and map the whole scene, or use fewer samples.</source>
        <translation>Schalten Sie die Live-Karte aus und kartieren Sie die ganze Szene, oder verwenden Sie weniger Trainingsdaten.</translation>
    </message>
    <message>
        <location filename="../../bridge/session.py"/>
        <source>Check that the folder of your QGIS profile is writable and the disk is not full.</source>
        <translation>Prüfen Sie, ob der Ordner Ihres QGIS-Profils beschreibbar und die Festplatte nicht voll ist.</translation>
    </message>
    <message>
        <location filename="../../bridge/session.py"/>
        <source>The log of the backend cannot be written: {}</source>
        <translation>Das Protokoll des Backends kann nicht geschrieben werden: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/session_process.py"/>
        <source>Restart QGIS, so that it loads the installed version of the plugin.</source>
        <translation>Starten Sie QGIS neu, damit es die installierte Version des Plugins lädt.</translation>
    </message>
    <message>
        <location filename="../../bridge/session_process.py"/>
        <source>The backend did not start within {} s.</source>
        <translation>Das Backend ist nicht innerhalb von {} s gestartet.</translation>
    </message>
    <message>
        <location filename="../../bridge/session_process.py"/>
        <source>Close other programs and try again. Log: {}</source>
        <translation>Schließen Sie andere Programme und versuchen Sie es erneut. Protokoll: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/session_process.py"/>
        <source>The backend has version {}, but the plugin in QGIS has version {}.</source>
        <translation>Das Backend hat die Version {}, das Plugin in QGIS aber die Version {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>The environment in the QGIS profile is used from now on.</source>
        <translation>Von nun an wird die Umgebung im QGIS-Profil verwendet.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Choose the interpreter: python3, or python.exe on Windows.</source>
        <translation>Wählen Sie den Interpreter: python3, unter Windows python.exe.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <location filename="../../gui/options_page.py"/>
        <source>Removing</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Close the other QGIS windows and try again.</source>
        <translation>Schließen Sie die anderen QGIS-Fenster und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Searching for Python and a GPU</source>
        <translation>Python und GPU werden gesucht</translation>
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
        <source>Checking the wheel folder</source>
        <translation>Der Wheel-Ordner wird geprüft</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} is not an executable Python interpreter.</source>
        <translation>{} ist kein ausführbarer Python-Interpreter.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Some files are in use and could not be removed: {}</source>
        <translation>Einige Dateien sind in Gebrauch und konnten nicht entfernt werden: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>PyTorch {}, build “{}”: {}</source>
        <translation>PyTorch {}, Ausgabe „{}“: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Log of the installation: {}</source>
        <translation>Protokoll der Installation: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>The environment variable {} is set and takes precedence.</source>
        <translation>Die Umgebungsvariable {} ist gesetzt und hat Vorrang.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Network: {}</source>
        <translation>Netz: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/actions.py"/>
        <source>Download size: {}, {} files</source>
        <translation>Download: {}, {} Dateien</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>Free some disk space and try again; nothing was written.</source>
        <translation>Geben Sie Speicherplatz frei und versuchen Sie es erneut; es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Enable long paths in Windows (LongPathsEnabled), or start QGIS with a profile in a folder with a shorter path (--profiles-path).</source>
        <translation>Aktivieren Sie lange Pfade in Windows (LongPathsEnabled) oder starten Sie QGIS mit einem Profil in einem Ordner mit kürzerem Pfad (--profiles-path).</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>There is not enough disk space: {} are needed, {} are free in {}.</source>
        <translation>Der Speicherplatz reicht nicht aus: {} werden benötigt, {} sind frei in {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/disk_space.py"/>
        <source>The path of the folder is {} characters too long for Windows: {}</source>
        <translation>Der Pfad des Ordners ist {} Zeichen zu lang für Windows: {}</translation>
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
        <source>The wheel folder lacks {} of {} files: {}</source>
        <translation>Im Wheel-Ordner fehlen {} von {} Dateien: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>Fill it on a computer with a network connection with the action “Download only”, for the same system, Python version ({}) and PyTorch build ({}).</source>
        <translation>Füllen Sie ihn auf einem Computer mit Netzverbindung mit der Aktion „Nur herunterladen“, für dasselbe System, dieselbe Python-Version ({}) und PyTorch-Ausgabe ({}).</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>Already downloaded: {} files</source>
        <translation>Bereits heruntergeladen: {} Dateien</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>{} Retrying.</source>
        <translation>{} Neuer Versuch.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/downloading.py"/>
        <source>{} (damaged, or not the tested version)</source>
        <translation>{} (beschädigt oder nicht die getestete Version)</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Free some disk space and try again; completed downloads are kept.</source>
        <translation>Geben Sie Speicherplatz frei und versuchen Sie es erneut; fertige Downloads bleiben erhalten.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A downloaded file does not match its checksum.</source>
        <translation>Die Prüfsumme einer heruntergeladenen Datei stimmt nicht.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The download was probably incomplete, or changed by a proxy. Try again. If the problem persists, please report the file named in the log; it was not installed.</source>
        <translation>Vermutlich war der Download unvollständig oder wurde von einem Proxy verändert. Versuchen Sie es erneut. Besteht das Problem weiter, melden Sie bitte die im Protokoll genannte Datei; sie wurde nicht installiert.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The proxy cannot be reached or refuses the connection.</source>
        <translation>Der Proxy ist nicht erreichbar oder lehnt die Verbindung ab.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Check its address, user name and password under Settings ▸ Options ▸ Network, or install from a wheel folder.</source>
        <translation>Prüfen Sie Adresse, Benutzername und Passwort unter Einstellungen ▸ Optionen ▸ Netzwerk oder installieren Sie aus einem Wheel-Ordner.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The certificate of the package index is not trusted.</source>
        <translation>Dem Zertifikat des Paketverzeichnisses wird nicht vertraut.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Your network probably inspects encrypted connections with its own certificate. Add it under Settings ▸ Options ▸ Authentication ▸ Manage Certificates, and try again. Also check the date of the computer.</source>
        <translation>Ihr Netz prüft verschlüsselte Verbindungen vermutlich mit einem eigenen Zertifikat. Fügen Sie es unter Einstellungen ▸ Optionen ▸ Authentifizierung ▸ Zertifikate verwalten hinzu und versuchen Sie es erneut. Prüfen Sie auch das Datum des Computers.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A path is too long.</source>
        <translation>Ein Pfad ist zu lang.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Windows denied access to a file.</source>
        <translation>Windows hat den Zugriff auf eine Datei verweigert.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Probably an antivirus program is the cause: exclude the folder named in the log from its scans, close other QGIS windows, and try again.</source>
        <translation>Die Ursache ist vermutlich ein Virenscanner: Nehmen Sie den im Protokoll genannten Ordner von der Prüfung aus, schließen Sie andere QGIS-Fenster und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A file in the QGIS profile could not be written.</source>
        <translation>Eine Datei im QGIS-Profil konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Check that you own the folder and may write to it.</source>
        <translation>Prüfen Sie, ob der Ordner Ihnen gehört und Sie in ihn schreiben dürfen.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>This Python lacks the module venv.</source>
        <translation>Diesem Python fehlt das Modul venv.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Install it; on Debian and Ubuntu: sudo apt install python3-venv</source>
        <translation>Installieren Sie es; unter Debian und Ubuntu: sudo apt install python3-venv</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>A required package is not available.</source>
        <translation>Ein erforderliches Paket ist nicht verfügbar.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The package index that pip is configured to use does not have it, or could not be reached; see the log.</source>
        <translation>Das Paketverzeichnis, das für pip eingestellt ist, enthält es nicht oder war nicht erreichbar; siehe Protokoll.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>The package index cannot be reached, or the connection was interrupted.</source>
        <translation>Das Paketverzeichnis ist nicht erreichbar, oder die Verbindung wurde unterbrochen.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Check the network connection and try again; completed downloads are kept.</source>
        <translation>Prüfen Sie die Netzverbindung und versuchen Sie es erneut; fertige Downloads bleiben erhalten.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Log: {}</source>
        <translation>Protokoll: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>Try again. If the problem persists, please report it and attach the log.</source>
        <translation>Versuchen Sie es erneut. Besteht das Problem weiter, melden Sie es bitte und fügen Sie das Protokoll bei.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>{} failed: {}</source>
        <translation>{} ist fehlgeschlagen: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/explain.py"/>
        <source>no output</source>
        <translation>keine Ausgabe</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/installing.py"/>
        <source>Creating the environment</source>
        <translation>Die Umgebung wird angelegt</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/installing.py"/>
        <source>Updating pip</source>
        <translation>pip wird aktualisiert</translation>
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
        <source>Install Python with the package manager of your system (on Debian and Ubuntu: sudo apt install python3 python3-venv), or choose a base Python.</source>
        <translation>Installieren Sie Python mit der Paketverwaltung Ihres Systems (unter Debian und Ubuntu: sudo apt install python3 python3-venv) oder wählen Sie ein Basis-Python.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>No suitable Python was found.</source>
        <translation>Es wurde kein geeignetes Python gefunden.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install Python 3.12 (64 bit) from python.org for the current user, which needs no administrator rights, or choose a base Python.</source>
        <translation>Installieren Sie Python 3.12 (64 Bit) von python.org für den aktuellen Benutzer, was keine Administratorrechte erfordert, oder wählen Sie ein Basis-Python.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install Python 3.12 from python.org, or choose a base Python.</source>
        <translation>Installieren Sie Python 3.12 von python.org oder wählen Sie ein Basis-Python.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Supported are Linux with glibc (x86-64, ARM), macOS on Apple silicon, and 64-bit Windows, the platforms of PyTorch.</source>
        <translation>Unterstützt werden Linux mit glibc (x86-64, ARM), macOS auf Apple-Prozessoren und 64-Bit-Windows, die Plattformen von PyTorch.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Choose a CPython interpreter.</source>
        <translation>Wählen Sie einen CPython-Interpreter.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>This platform is not supported ({}, {} bit).</source>
        <translation>Diese Plattform wird nicht unterstützt ({}, {} Bit).</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} is not a standard CPython interpreter.</source>
        <translation>{} ist kein gewöhnlicher CPython-Interpreter.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} is not supported; supported are Python {} to {}.</source>
        <translation>{} wird nicht unterstützt; unterstützt werden Python {} bis {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>{} lacks the module venv.</source>
        <translation>{} fehlt das Modul venv.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/interpreter.py"/>
        <source>Install it, then try again. On Debian and Ubuntu: sudo apt install {}</source>
        <translation>Installieren Sie es und versuchen Sie es noch einmal. Unter Debian und Ubuntu: sudo apt install {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Wait until it has finished.</source>
        <translation>Warten Sie, bis es fertig ist.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Check that the disk is not full and that you may write to your QGIS profile.</source>
        <translation>Prüfen Sie, ob der Datenträger voll ist und ob Sie in Ihr QGIS-Profil schreiben dürfen.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source> (process {} on {})</source>
        <translation> (Prozess {} auf {})</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Another QGIS window is setting up the backend{}.</source>
        <translation>Ein anderes QGIS-Fenster richtet das Backend gerade ein{}.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>The environment folder cannot be created: {}</source>
        <translation>Der Ordner der Umgebung kann nicht angelegt werden: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>Check that you may write to your QGIS profile: {}</source>
        <translation>Prüfen Sie, ob Sie in Ihr QGIS-Profil schreiben dürfen: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/lock.py"/>
        <source>The folder {} is not writable.</source>
        <translation>In den Ordner {} kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>Set an HTTP proxy under Settings ▸ Options ▸ Network, or install from a wheel folder.</source>
        <translation>Stellen Sie unter Einstellungen ▸ Optionen ▸ Netzwerk einen HTTP-Proxy ein oder installieren Sie aus einem Wheel-Ordner.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>proxy of the environment variables</source>
        <translation>Proxy der Umgebungsvariablen</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>proxy {} of the QGIS settings</source>
        <translation>Proxy {} der QGIS-Einstellungen</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>{} custom certificates of the QGIS settings</source>
        <translation>{} eigene Zertifikate der QGIS-Einstellungen</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/network.py"/>
        <source>pip does not support the SOCKS proxy {} of the QGIS settings.</source>
        <translation>pip unterstützt den SOCKS-Proxy {} der QGIS-Einstellungen nicht.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>The backend was set up with another version of the plugin. If problems occur, upgrade it with “Set up the backend”.</source>
        <translation>Das Backend wurde mit einer anderen Version des Plugins eingerichtet. Bei Problemen aktualisieren Sie es mit „Backend einrichten“.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>In use: the Python of the environment variable GEODIFFNET_PYTHON.</source>
        <translation>In Gebrauch: das Python der Umgebungsvariablen GEODIFFNET_PYTHON.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>Set up with another version of the plugin; an upgrade is available.</source>
        <translation>Mit einer anderen Version des Plugins eingerichtet; eine Aktualisierung ist verfügbar.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>The backend is set up.</source>
        <translation>Das Backend ist eingerichtet.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>In use: the development environment beside the source code.</source>
        <translation>In Gebrauch: die Entwicklungsumgebung neben dem Quellcode.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/state.py"/>
        <source>In use: a custom Python environment, {}</source>
        <translation>In Gebrauch: eine eigene Python-Umgebung, {}</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>no CPU build for this Python</source>
        <translation>keine CPU-Ausgabe für dieses Python</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>no NVIDIA driver found, so the CPU will be used</source>
        <translation>kein NVIDIA-Treiber gefunden, deshalb wird die CPU verwendet</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>Choose the automatic build.</source>
        <translation>Wählen Sie die automatische Ausgabe.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>one build for CPU and Apple GPU</source>
        <translation>eine Ausgabe für CPU und Apple-GPU</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>no CUDA build for this Python</source>
        <translation>keine CUDA-Ausgabe für dieses Python</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>no NVIDIA driver found</source>
        <translation>kein NVIDIA-Treiber gefunden</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>as requested</source>
        <translation>wie gewünscht</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>driver {} of {} is too old for CUDA {}, which requires {}</source>
        <translation>Treiber {} von {} ist zu alt für CUDA {}, das {} erfordert</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>{} (compute capability {}) is not supported by the CUDA {} build</source>
        <translation>{} (Compute Capability {}) wird von der CUDA-{}-Ausgabe nicht unterstützt</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>There is no PyTorch build “{}” for this platform and Python version.</source>
        <translation>Für diese Plattform und Python-Version gibt es keine PyTorch-Ausgabe „{}“.</translation>
    </message>
    <message>
        <location filename="../../bridge/setup/torch_build.py"/>
        <source>{} with driver {}</source>
        <translation>{} mit Treiber {}</translation>
    </message>
    <message>
        <location filename="../../bridge/tasks.py"/>
        <source>Please report this problem with the text in View ▸ Panels ▸ Log Messages.</source>
        <translation>Bitte melden Sie dieses Problem mit dem Text unter Ansicht ▸ Bedienfelder ▸ Protokollmeldungen.</translation>
    </message>
    <message>
        <location filename="../../bridge/tasks.py"/>
        <location filename="../../gui/setup_run.py"/>
        <source>An unexpected error occurred: {}.</source>
        <translation>Ein unerwarteter Fehler ist aufgetreten: {}.</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>Choose another file name, or open that file as the training layer.</source>
        <translation>Wählen Sie einen anderen Dateinamen oder öffnen Sie diese Datei als Trainingslayer.</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>The file {} already contains features.</source>
        <translation>Die Datei {} enthält bereits Objekte.</translation>
    </message>
    <message>
        <location filename="../../bridge/training_layer.py"/>
        <source>The training layer could not be written to {}: {}</source>
        <translation>Der Trainingslayer konnte nicht nach {} geschrieben werden: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/worker_exit.py"/>
        <source>signal {}</source>
        <translation>Signal {}</translation>
    </message>
    <message>
        <location filename="../../bridge/worker_exit.py"/>
        <source>exit status {}</source>
        <translation>Exit-Status {}</translation>
    </message>
    <message>
        <location filename="../../bridge/worker_exit.py"/>
        <source>The operating system stopped the backend, probably because memory ran out.</source>
        <translation>Das Betriebssystem hat das Backend beendet, vermutlich wegen Speichermangels.</translation>
    </message>
    <message>
        <location filename="../../bridge/worker_exit.py"/>
        <source>The backend stopped unexpectedly ({}{}).</source>
        <translation>Das Backend wurde unerwartet beendet ({}{}).</translation>
    </message>
    <message>
        <location filename="../../bridge/worker_exit.py"/>
        <source>Please report this problem and attach the log: {}</source>
        <translation>Bitte melden Sie dieses Problem und fügen Sie das Protokoll bei: {}</translation>
    </message>
    <message>
        <location filename="../../bridge/worker_exit.py"/>
        <source>Close other programs, decrease the memory limit in the advanced parameters, or process a smaller part of the scene. Log: {}</source>
        <translation>Schließen Sie andere Programme, verringern Sie die Speichergrenze in den fortgeschrittenen Parametern oder verarbeiten Sie einen kleineren Teil der Szene. Protokoll: {}</translation>
    </message>
    <message>
        <location filename="../../gui/class_field_box.py"/>
        <source>The field that holds the class, as a name or an integer code.</source>
        <translation>Das Feld mit der Klasse, als Name oder ganzzahliger Code.</translation>
    </message>
    <message>
        <location filename="../../gui/class_field_box.py"/>
        <source>Choose the class field</source>
        <translation>Klassenfeld wählen</translation>
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
        <source>Press {} to draw polygons of this class.</source>
        <translation>Drücken Sie {}, um Polygone dieser Klasse zu zeichnen.</translation>
    </message>
    <message>
        <location filename="../../gui/class_review.py"/>
        <source>Share of the validated pixels of both classes that are mapped as the other one. Click to zoom to the polygons with errors, one after the other.</source>
        <translation>Anteil der validierten Pixel beider Klassen, die der jeweils anderen zugeordnet werden. Klicken, um nacheinander auf die Polygone mit Fehlern zu zoomen.</translation>
    </message>
    <message>
        <location filename="../../gui/class_review.py"/>
        <source>Comparing classes</source>
        <translation>Klassen werden verglichen</translation>
    </message>
    <message>
        <location filename="../../gui/class_review.py"/>
        <source>Confused classes ({})</source>
        <translation>Verwechselte Klassen ({})</translation>
    </message>
    <message>
        <location filename="../../gui/class_review.py"/>
        <source>Similar classes ({})</source>
        <translation>Ähnliche Klassen ({})</translation>
    </message>
    <message>
        <location filename="../../gui/class_review.py"/>
        <source>Jeffries–Matusita distance of the spectra in the training polygons, from 0 (equal) to {} (separable), until a map has been validated. Click to zoom to the most similar polygons, one after the other.</source>
        <translation>Jeffries-Matusita-Distanz der Spektren in den Trainingspolygonen, von 0 (gleich) bis {} (trennbar), bis eine Karte validiert wurde. Klicken, um nacheinander auf die ähnlichsten Polygone zu zoomen.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <location filename="../../gui/history_section.py"/>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Add class</source>
        <translation>Klasse hinzufügen</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Remove class</source>
        <translation>Klasse entfernen</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Merge selected classes</source>
        <translation>Gewählte Klassen zusammenführen</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Save polygons</source>
        <translation>Polygone speichern</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Remove the class {} and its {} polygons? This can be undone.</source>
        <translation>Die Klasse {} und ihre {} Polygone entfernen? Das kann rückgängig gemacht werden.</translation>
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
        <source>Choose a training layer above, or create a new one.</source>
        <translation>Wählen Sie oben einen Trainingslayer oder erstellen Sie einen neuen.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>class {}</source>
        <translation>Klasse {}</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Select two or more classes with Ctrl+click to merge them.</source>
        <translation>Wählen Sie mit Strg+Klick zwei oder mehr Klassen, um sie zusammenzuführen.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Add a class with +, then draw polygons.</source>
        <translation>Fügen Sie mit + eine Klasse hinzu und zeichnen Sie Polygone.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Overlaps of different classes: {}. Their pixels are not used.</source>
        <translation>Überlappungen verschiedener Klassen: {}. Ihre Pixel werden nicht verwendet.</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>Colour of {}</source>
        <translation>Farbe von {}</translation>
    </message>
    <message>
        <location filename="../../gui/class_section.py"/>
        <source>No polygons yet.</source>
        <translation>Noch keine Polygone.</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Pol.</source>
        <translation>Pol.</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Recall</source>
        <translation>Recall</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Prec.</source>
        <translation>Präz.</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Number of training polygons</source>
        <translation>Anzahl der Trainingspolygone</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Number of pixels in training polygons</source>
        <translation>Anzahl der Pixel in Trainingspolygonen</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Recall (producer&apos;s accuracy) in percent: the share of the pixels of this class that are mapped as this class, in the cross-validation. An arrow shows a change since the last update.</source>
        <translation>Recall (Produzentengenauigkeit) in Prozent: der Anteil der Pixel dieser Klasse, die in der Kreuzvalidierung dieser Klasse zugeordnet werden. Ein Pfeil zeigt eine Änderung seit der letzten Aktualisierung.</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Precision (user&apos;s accuracy) in percent: the share of the pixels mapped as this class that are of this class, in the cross-validation. An arrow shows a change since the last update.</source>
        <translation>Präzision (Nutzergenauigkeit) in Prozent: der Anteil der dieser Klasse zugeordneten Pixel, die in der Kreuzvalidierung wirklich zu ihr gehören. Ein Pfeil zeigt eine Änderung seit der letzten Aktualisierung.</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>Area of the class in the map, in the unit of the heading</source>
        <translation>Fläche der Klasse in der Karte, in der Einheit der Überschrift</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>What is missing, or wrong: select the class to read it below the table.</source>
        <translation>Was fehlt oder falsch ist: Wählen Sie die Klasse aus, um es unter der Tabelle zu lesen.</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>{} polygons</source>
        <translation>{} Polygone</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>{} pixels</source>
        <translation>{} Pixel</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>recall {}</source>
        <translation>Recall {}</translation>
    </message>
    <message>
        <location filename="../../gui/class_texts.py"/>
        <source>precision {}</source>
        <translation>Präzision {}</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>other classes</source>
        <translation>anderen Klassen</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>Its polygons are outside the scene.</source>
        <translation>Ihre Polygone liegen außerhalb der Szene.</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>One polygon only: draw another one in a different location, so that the accuracy can be estimated.</source>
        <translation>Nur ein Polygon: Zeichnen Sie ein weiteres an einem anderen Ort, damit die Genauigkeit geschätzt werden kann.</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>The map has no pixel of this class: draw polygons where it is missing.</source>
        <translation>Die Karte enthält kein Pixel dieser Klasse: Zeichnen Sie Polygone, wo sie fehlt.</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>It could not be validated: its polygons are too close to each other. Draw another one in a different part of the scene.</source>
        <translation>Sie konnte nicht validiert werden: Ihre Polygone liegen zu nah beieinander. Zeichnen Sie ein weiteres in einem anderen Teil der Szene.</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>Its polygons overlap those of {} ({}): the pixels in common are not used. Correct or delete one of each pair.</source>
        <translation>Ihre Polygone überlappen die von {} ({}): Gemeinsame Pixel werden nicht verwendet. Korrigieren oder löschen Sie jeweils eines.</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>It is left out of the map: at least {} pixels are necessary.</source>
        <translation>Sie fehlt in der Karte: Mindestens {} Pixel sind nötig.</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>Few polygons, unreliable accuracy: draw at least {}, spread over the scene.</source>
        <translation>Wenige Polygone, Genauigkeit unzuverlässig: Zeichnen Sie mindestens {}, über die Szene verteilt.</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>Few pixels: at least {} are recommended.</source>
        <translation>Wenige Pixel: mindestens {} sind zu empfehlen.</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>Low recall ({} %): pixels of this class are mapped as {}. Draw more polygons of it where it looks different.</source>
        <translation>Niedriger Recall ({} %): Pixel dieser Klasse werden als {} kartiert. Zeichnen Sie weitere Polygone von ihr, wo sie anders aussieht.</translation>
    </message>
    <message>
        <location filename="../../gui/class_warnings.py"/>
        <source>Low precision ({} %): pixels of {} are mapped as this class. Draw more polygons of that class, or correct wrong ones.</source>
        <translation>Niedrige Präzision ({} %): Pixel von {} werden als diese Klasse kartiert. Zeichnen Sie weitere Polygone jener Klasse, oder korrigieren Sie falsche.</translation>
    </message>
    <message>
        <location filename="../../gui/composites.py"/>
        <source>The image has too few pixels with values in every band for principal components.</source>
        <translation>Das Bild hat zu wenige Pixel mit Werten in allen Kanälen für Hauptkomponenten.</translation>
    </message>
    <message>
        <location filename="../../gui/composites.py"/>
        <source>Choose another composite.</source>
        <translation>Wählen Sie ein anderes Farbkomposit.</translation>
    </message>
    <message>
        <location filename="../../gui/composites.py"/>
        <source>The principal components could not be written to {}.</source>
        <translation>Die Hauptkomponenten konnten nicht nach {} geschrieben werden.</translation>
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
        <source>Scene and samples</source>
        <translation>Szene und Trainingsdaten</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <source>Spectra</source>
        <translation>Spektren</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <source>No location was found that would improve the model.</source>
        <translation>Es wurde kein Ort gefunden, der das Modell verbessern würde.</translation>
    </message>
    <message>
        <location filename="../../gui/dock.py"/>
        <source>Press “Update map” to include the new polygons.</source>
        <translation>Drücken Sie „Karte aktualisieren“, um die neuen Polygone einzubeziehen.</translation>
    </message>
    <message>
        <location filename="../../gui/entry.py"/>
        <source>Draw training polygons and update the class map.</source>
        <translation>Trainingspolygone zeichnen und die Klassenkarte aktualisieren.</translation>
    </message>
    <message>
        <location filename="../../gui/entry.py"/>
        <source>Label scenes in the panel: open it in the toolbar or with Plugins ▸ GeoDiffNet.</source>
        <translation>Szenen annotieren Sie im Bedienfeld: Öffnen Sie es in der Werkzeugleiste oder mit Erweiterungen ▸ GeoDiffNet.</translation>
    </message>
    <message>
        <location filename="../../gui/entry.py"/>
        <source>Open the panel</source>
        <translation>Bedienfeld öffnen</translation>
    </message>
    <message>
        <location filename="../../gui/history_control.py"/>
        <location filename="../../gui/map_section.py"/>
        <source>The file of this map no longer exists.</source>
        <translation>Die Datei dieser Karte existiert nicht mehr.</translation>
    </message>
    <message>
        <location filename="../../gui/history_section.py"/>
        <source>Show the selected map again, also by a double click.</source>
        <translation>Die gewählte Karte wieder anzeigen, auch mit einem Doppelklick.</translation>
    </message>
    <message>
        <location filename="../../gui/history_section.py"/>
        <source>Swipe</source>
        <translation>Wischen</translation>
    </message>
    <message>
        <location filename="../../gui/history_section.py"/>
        <source>Compare the selected map with the one shown, or two selected maps, along a line.</source>
        <translation>Die gewählte Karte mit der angezeigten oder zwei gewählte Karten an einer Linie vergleichen.</translation>
    </message>
    <message>
        <location filename="../../gui/history_section.py"/>
        <source>Blink</source>
        <translation>Blinken</translation>
    </message>
    <message>
        <location filename="../../gui/history_section.py"/>
        <source>Compare the selected map with the one shown, or two selected maps, in turn.</source>
        <translation>Die gewählte Karte mit der angezeigten oder zwei gewählte Karten abwechselnd vergleichen.</translation>
    </message>
    <message>
        <location filename="../../gui/history_section.py"/>
        <source>Maps ({})</source>
        <translation>Karten ({})</translation>
    </message>
    <message>
        <location filename="../../gui/job_status.py"/>
        <source>Cancelled; nothing was changed.</source>
        <translation>Abgebrochen; es wurde nichts geändert.</translation>
    </message>
    <message>
        <location filename="../../gui/job_status.py"/>
        <source>Cancel; the map is not changed.</source>
        <translation>Abbrechen; die Karte wird nicht geändert.</translation>
    </message>
    <message>
        <location filename="../../gui/job_status.py"/>
        <source>Cancelling …</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>The hyperspectral image to classify.</source>
        <translation>Das zu klassifizierende Hyperspektralbild.</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Choose or create a layer</source>
        <translation>Layer wählen oder erstellen</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>The layer of training samples: polygons, lines or points.</source>
        <translation>Der Layer mit den Trainingsdaten: Polygone, Linien oder Punkte.</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>New…</source>
        <translation>Neu …</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Create an empty training layer for this scene.</source>
        <translation>Einen leeren Trainingslayer für diese Szene erstellen.</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Scene</source>
        <translation>Szene</translation>
    </message>
    <message>
        <location filename="../../gui/layers_section.py"/>
        <source>Samples</source>
        <translation>Training</translation>
    </message>
    <message>
        <location filename="../../gui/live/layer.py"/>
        <location filename="../../gui/live/old_files.py"/>
        <source>Live map</source>
        <translation>Live-Karte</translation>
    </message>
    <message>
        <location filename="../../gui/live/live_map.py"/>
        <source>Live map: the last update failed.</source>
        <translation>Live-Karte: Die letzte Aktualisierung ist fehlgeschlagen.</translation>
    </message>
    <message>
        <location filename="../../gui/live/live_map.py"/>
        <location filename="../../gui/live/status.py"/>
        <source>Live map: starting …</source>
        <translation>Live-Karte: startet …</translation>
    </message>
    <message>
        <location filename="../../gui/live/live_map.py"/>
        <source>Live map: draw polygons of at least two classes.</source>
        <translation>Live-Karte: Zeichnen Sie Polygone von mindestens zwei Klassen.</translation>
    </message>
    <message>
        <location filename="../../gui/live/live_map.py"/>
        <source>Live map: the scene is outside the map window.</source>
        <translation>Live-Karte: Die Szene liegt außerhalb des Kartenfensters.</translation>
    </message>
    <message>
        <location filename="../../gui/live/live_map.py"/>
        <source>Live map:</source>
        <translation>Live-Karte:</translation>
    </message>
    <message>
        <location filename="../../gui/live/section.py"/>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <location filename="../../gui/live/section.py"/>
        <source>Map the visible part of the scene after each change of the polygons.</source>
        <translation>Den sichtbaren Teil der Szene nach jeder Änderung der Polygone kartieren.</translation>
    </message>
    <message>
        <location filename="../../gui/live/status.py"/>
        <source>Live map: updating …</source>
        <translation>Live-Karte: wird aktualisiert …</translation>
    </message>
    <message>
        <location filename="../../gui/live/status.py"/>
        <source>Live map: refining …</source>
        <translation>Live-Karte: wird verfeinert …</translation>
    </message>
    <message>
        <location filename="../../gui/live/status.py"/>
        <source>Extracting features in the background: {} %.</source>
        <translation>Merkmale werden im Hintergrund extrahiert: {} %.</translation>
    </message>
    <message>
        <location filename="../../gui/live/status.py"/>
        <source>Live map: {}; accuracy {} %.</source>
        <translation>Live-Karte: {}; Genauigkeit {} %.</translation>
    </message>
    <message>
        <location filename="../../gui/live/status.py"/>
        <source>Live map: {}; accuracy unknown.</source>
        <translation>Live-Karte: {}; Genauigkeit unbekannt.</translation>
    </message>
    <message>
        <location filename="../../gui/live/status.py"/>
        <source>Live map: {}; estimating the accuracy …</source>
        <translation>Live-Karte: {}; Genauigkeit wird geschätzt …</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <location filename="../../gui/panel_keys.py"/>
        <source>Update map</source>
        <translation>Karte aktualisieren</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Train with the current polygons, saved or not, and map the scene.</source>
        <translation>Mit den aktuellen Polygonen, gespeichert oder nicht, trainieren und die Szene kartieren.</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Suggest</source>
        <translation>Vorschlagen</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Find locations whose class would improve the model most, and label them.</source>
        <translation>Orte finden, deren Klasse das Modell am meisten verbessern würde, und sie annotieren.</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Show or hide the class map.</source>
        <translation>Die Klassenkarte ein- oder ausblenden.</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Show or hide the confidence: more polygons help most where it is dark (low).</source>
        <translation>Die Konfidenz ein- oder ausblenden: Wo sie dunkel (niedrig) ist, helfen weitere Polygone am meisten.</translation>
    </message>
    <message>
        <location filename="../../gui/map_buttons.py"/>
        <source>Map whole scene</source>
        <translation>Ganze Szene</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>The classification method. Linear discriminant analysis is fitted in milliseconds.</source>
        <translation>Das Klassifikationsverfahren. Die lineare Diskriminanzanalyse wird in Millisekunden angepasst.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Searching for locations to label</source>
        <translation>Orte zum Annotieren werden gesucht</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Open a hyperspectral scene and choose it above.</source>
        <translation>Öffnen Sie eine Hyperspektralszene und wählen Sie sie oben.</translation>
    </message>
    <message>
        <location filename="../../gui/map_section.py"/>
        <source>Choose a polygon layer, or create a new one.</source>
        <translation>Wählen Sie einen Polygonlayer oder erstellen Sie einen neuen.</translation>
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
        <location filename="../../gui/map_texts.py"/>
        <source>Its accuracy cannot be estimated yet: draw at least two polygons of each class at different locations.</source>
        <translation>Ihre Genauigkeit kann noch nicht geschätzt werden: Zeichnen Sie mindestens zwei Polygone jeder Klasse an verschiedenen Orten.</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>The map is out of date: polygons have changed since.</source>
        <translation>Die Karte ist veraltet: Seither wurden Polygone geändert.</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>The map is up to date.</source>
        <translation>Die Karte ist aktuell.</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>The map is out of date; polygons since then: {}.</source>
        <translation>Die Karte ist veraltet; Polygone seither: {}.</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>Earlier map: {}, {}.</source>
        <translation>Frühere Karte: {}, {}.</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>Cross-validated accuracy: {} %.</source>
        <translation>Kreuzvalidierte Genauigkeit: {} %.</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>In one location only: {}.</source>
        <translation>Bisher nur an einem Ort: {}.</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>Unreliable, with too few polygons of {}: draw at least {} of each.</source>
        <translation>Unzuverlässig, da zu wenige Polygone von {}: Zeichnen Sie je mindestens {}.</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>{} drawn</source>
        <translation>{} gezeichnet</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>{} changed</source>
        <translation>{} geändert</translation>
    </message>
    <message>
        <location filename="../../gui/map_texts.py"/>
        <source>{} removed</source>
        <translation>{} gelöscht</translation>
    </message>
    <message>
        <location filename="../../gui/messages.py"/>
        <source>Put all of its files into one folder. If you trust it, enable “Allow references to other folders and the network” in Settings ▸ Options ▸ GeoDiffNet.</source>
        <translation>Legen Sie alle zugehörigen Dateien in einen Ordner. Wenn Sie ihnen vertrauen, aktivieren Sie „Verweise auf andere Ordner und das Netz erlauben“ unter Einstellungen ▸ Optionen ▸ GeoDiffNet.</translation>
    </message>
    <message>
        <location filename="../../gui/messages.py"/>
        <source>Close other programs, or process a smaller part of the scene.</source>
        <translation>Schließen Sie andere Programme oder verarbeiten Sie einen kleineren Teil der Szene.</translation>
    </message>
    <message>
        <location filename="../../gui/messages.py"/>
        <source>Set up…</source>
        <translation>Einrichten …</translation>
    </message>
    <message>
        <location filename="../../gui/messages.py"/>
        <source>The layer is drawn by its classes now. Its former style “{}” is kept: right-click the layer ▸ Styles.</source>
        <translation>Der Layer wird jetzt nach Klassen dargestellt. Sein früherer Stil „{}“ bleibt erhalten: Rechtsklick auf den Layer ▸ Stile.</translation>
    </message>
    <message>
        <location filename="../../gui/messages.py"/>
        <source>Options…</source>
        <translation>Optionen …</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>New training layer</source>
        <translation>Neuer Trainingslayer</translation>
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
        <translation>Klassen, eine je Zeile, wahlweise mit einer Farbe. Weitere können später hinzugefügt werden.</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Polygons (recommended)</source>
        <translation>Polygone (empfohlen)</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Samples are drawn as:</source>
        <translation>Trainingsdaten werden gezeichnet als:</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>File of the training layer:</source>
        <translation>Datei des Trainingslayers:</translation>
    </message>
    <message>
        <location filename="../../gui/new_layer_dialog.py"/>
        <source>Choose a file for the training layer.</source>
        <translation>Wählen Sie eine Datei für den Trainingslayer.</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Automatic (CUDA with a recent NVIDIA driver, otherwise CPU)</source>
        <translation>Automatisch (CUDA bei aktuellem NVIDIA-Treiber, sonst CPU)</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Remove the environment of the backend? Maps and models are kept.</source>
        <translation>Die Umgebung des Backends entfernen? Karten und Modelle bleiben erhalten.</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>The diagnostics report was copied to the clipboard. Read it before you send it.</source>
        <translation>Der Diagnosebericht wurde in die Zwischenablage kopiert. Lesen Sie ihn, bevor Sie ihn versenden.</translation>
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
        <source>Run the self-test: versions, device and a short computation</source>
        <translation>Den Selbsttest ausführen: Versionen, Gerät und eine kurze Berechnung</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Install the environment again</source>
        <translation>Die Umgebung neu installieren</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>CPU only (download of about 0.4 GB)</source>
        <translation>Nur CPU (Download von etwa 0,4 GB)</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>NVIDIA GPU, CUDA (download of about 3 GB)</source>
        <translation>NVIDIA-GPU, CUDA (Download von etwa 3 GB)</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>detected automatically</source>
        <translation>automatisch erkannt</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>none (install from the internet)</source>
        <translation>keiner (aus dem Internet installieren)</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>none (use the environment in the QGIS profile)</source>
        <translation>keine (die Umgebung im QGIS-Profil verwenden)</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Verify and use</source>
        <translation>Prüfen und verwenden</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Download all files to the folder, for a computer without a network connection</source>
        <translation>Alle Dateien in den Ordner herunterladen, für einen Computer ohne Netzverbindung</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Base Python</source>
        <translation>Basis-Python</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Custom Python environment</source>
        <translation>Eigene Python-Umgebung</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Also read data that refer to files outside their own folder or to the network, as virtual rasters may. Enable this only if you trust all data that you open.</source>
        <translation>Auch Daten lesen, die auf Dateien außerhalb ihres eigenen Ordners oder auf das Netz verweisen, wie es virtuelle Raster können. Aktivieren Sie das nur, wenn Sie allen Daten vertrauen, die Sie öffnen.</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Open the log folder</source>
        <translation>Protokollordner öffnen</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Copy a diagnostics report</source>
        <translation>Diagnosebericht kopieren</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Copy versions, device, settings and the last log to the clipboard, for a report of a problem. Paths, addresses and the names of user and computer are removed.</source>
        <translation>Versionen, Gerät, Einstellungen und das letzte Protokoll in die Zwischenablage kopieren, um ein Problem zu melden. Pfade, Adressen und die Namen von Benutzer und Computer werden entfernt.</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Verifying</source>
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
        <source>The self-test passed in {} s. Device: {}</source>
        <translation>Der Selbsttest wurde in {} s bestanden. Gerät: {}</translation>
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
        <source>The installation takes some minutes and about 2 GB of disk space (9 GB with CUDA).</source>
        <translation>Die Installation dauert einige Minuten und benötigt etwa 2 GB Speicherplatz (9 GB mit CUDA).</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>The backend of GeoDiffNet runs in its own Python environment, separate from the Python of QGIS. It is installed in your QGIS profile: no administrator rights are needed, and nothing else on the computer is changed. &lt;a href=&quot;{}&quot;&gt;More information&lt;/a&gt;</source>
        <translation>Das Backend von GeoDiffNet läuft in einer eigenen Python-Umgebung, getrennt vom Python von QGIS. Sie wird in Ihrem QGIS-Profil installiert: Administratorrechte sind nicht nötig, und sonst wird am Computer nichts geändert. &lt;a href=&quot;{}&quot;&gt;Weitere Informationen&lt;/a&gt;</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Collecting diagnostics</source>
        <translation>Diagnose wird erstellt</translation>
    </message>
    <message>
        <location filename="../../gui/options_page.py"/>
        <source>Python {}, PyTorch build {}, installed on {}</source>
        <translation>Python {}, PyTorch-Ausgabe {}, installiert am {}</translation>
    </message>
    <message>
        <location filename="../../gui/panel_keys.py"/>
        <source>Show or hide the confidence</source>
        <translation>Konfidenz ein- oder ausblenden</translation>
    </message>
    <message>
        <location filename="../../gui/panel_keys.py"/>
        <source>Suggest locations</source>
        <translation>Orte vorschlagen</translation>
    </message>
    <message>
        <location filename="../../gui/panel_keys.py"/>
        <source>Show or hide the map</source>
        <translation>Karte ein- oder ausblenden</translation>
    </message>
    <message>
        <location filename="../../gui/panel_keys.py"/>
        <source>Live map on or off</source>
        <translation>Live-Karte ein- oder ausschalten</translation>
    </message>
    <message>
        <location filename="../../gui/panel_keys.py"/>
        <source>Next class</source>
        <translation>Nächste Klasse</translation>
    </message>
    <message>
        <location filename="../../gui/panel_keys.py"/>
        <source>Previous class</source>
        <translation>Vorherige Klasse</translation>
    </message>
    <message>
        <location filename="../../gui/preview.py"/>
        <location filename="../../gui/work_folder.py"/>
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
        <source>Click a class in the list and draw some small polygons of it in the map.</source>
        <translation>Klicken Sie in der Liste auf eine Klasse und zeichnen Sie in der Karte einige kleine Polygone davon.</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>Store the training layer in a folder in which you may create files.</source>
        <translation>Speichern Sie den Trainingslayer in einem Ordner, in dem Sie Dateien anlegen dürfen.</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>Polygons of at least two classes are needed; there are {}.</source>
        <translation>Polygone von mindestens zwei Klassen werden benötigt; vorhanden: {}.</translation>
    </message>
    <message>
        <location filename="../../gui/requests.py"/>
        <source>The folder {} cannot be created: {}</source>
        <translation>Der Ordner {} kann nicht angelegt werden: {}</translation>
    </message>
    <message>
        <location filename="../../gui/samples/export_dialog.py"/>
        <source>Export samples with spectra</source>
        <translation>Trainingsdaten mit Spektren exportieren</translation>
    </message>
    <message>
        <location filename="../../gui/samples/export_dialog.py"/>
        <source>One row per labelled pixel: class, id of the polygon, row and column (from 0 at the top left), coordinates of its centre, and one column per band with its wavelength in the name.</source>
        <translation>Eine Zeile je gekennzeichnetem Pixel: Klasse, ID des Polygons, Zeile und Spalte (ab 0 oben links), Koordinaten der Pixelmitte und eine Spalte je Kanal mit der Wellenlänge im Namen.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/export_dialog.py"/>
        <source>File of the samples:</source>
        <translation>Datei der Trainingsdaten:</translation>
    </message>
    <message>
        <location filename="../../gui/samples/export_dialog.py"/>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <location filename="../../gui/samples/export_dialog.py"/>
        <source>Replace the file {}?</source>
        <translation>Die Datei {} ersetzen?</translation>
    </message>
    <message>
        <location filename="../../gui/samples/import_dialog.py"/>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>Import samples</source>
        <translation>Trainingsdaten importieren</translation>
    </message>
    <message>
        <location filename="../../gui/samples/import_dialog.py"/>
        <source>The samples are copied into the training layer in its coordinate reference system. Classes of the same name are joined; others are added.</source>
        <translation>Die Trainingsdaten werden in den Trainingslayer und dessen Koordinatenbezugssystem kopiert. Klassen gleichen Namens werden zusammengeführt, andere hinzugefügt.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/import_dialog.py"/>
        <source>Layer</source>
        <translation>Layer</translation>
    </message>
    <message>
        <location filename="../../gui/samples/import_dialog.py"/>
        <source>Choose a layer and its class field.</source>
        <translation>Wählen Sie einen Layer und sein Klassenfeld.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/import_dialog.py"/>
        <source>Selected features only ({})</source>
        <translation>Nur gewählte Objekte ({})</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Exporting samples</source>
        <translation>Trainingsdaten werden exportiert</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Imported samples: {}.</source>
        <translation>Importierte Objekte: {}.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Exported pixels: {}. File: {}</source>
        <translation>Exportierte Pixel: {}. Datei: {}</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Samples are being exported already.</source>
        <translation>Es werden bereits Trainingsdaten exportiert.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Wait until the file is complete.</source>
        <translation>Warten Sie, bis die Datei fertig ist.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Added classes: {}.</source>
        <translation>Hinzugefügte Klassen: {}.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Skipped, without class or outside: {}.</source>
        <translation>Übersprungen, ohne Klasse oder außerhalb: {}.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_exchange.py"/>
        <source>Skipped, without data: {}.</source>
        <translation>Übersprungen, ohne Daten: {}.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>Samples are exported as CSV or GeoPackage.</source>
        <translation>Trainingsdaten werden als CSV oder GeoPackage exportiert.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>Enter a file name that ends in .csv or .gpkg.</source>
        <translation>Geben Sie einen Dateinamen ein, der auf .csv oder .gpkg endet.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>Choose an existing folder.</source>
        <translation>Wählen Sie einen vorhandenen Ordner.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>Export the samples as CSV.</source>
        <translation>Exportieren Sie die Trainingsdaten als CSV.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>Choose a folder in which you may create files, with free disk space.</source>
        <translation>Wählen Sie einen Ordner, in dem Sie Dateien anlegen dürfen und genug Speicherplatz frei ist.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>The file {} is used by a layer of the project.</source>
        <translation>Die Datei {} wird von einem Layer des Projekts verwendet.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>A GeoPackage holds at most {} bands, but the scene has {}.</source>
        <translation>Ein GeoPackage fasst höchstens {} Kanäle, die Szene hat aber {}.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_export.py"/>
        <source>The file {} could not be written: {}</source>
        <translation>Die Datei {} konnte nicht geschrieben werden: {}</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>Choose another layer or field.</source>
        <translation>Wählen Sie einen anderen Layer oder ein anderes Feld.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>Use a training layer of polygons, or one of the same type of geometry.</source>
        <translation>Verwenden Sie einen Trainingslayer mit Polygonen oder einen mit demselben Geometrietyp.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>Points and lines label pixels of a scene, but there is none.</source>
        <translation>Punkte und Linien kennzeichnen Pixel einer Szene, aber es ist keine gewählt.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>Choose a scene first.</source>
        <translation>Wählen Sie zuerst eine Szene.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>Select some of them, or choose the layer itself as the training layer.</source>
        <translation>Wählen Sie einige davon aus oder verwenden Sie den Layer selbst als Trainingslayer.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>The layer {} has no samples with a class.</source>
        <translation>Der Layer {} enthält keine Objekte mit einer Klasse.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>The geometries of the layer {} do not suit the training layer.</source>
        <translation>Die Geometrien des Layers {} passen nicht zum Trainingslayer.</translation>
    </message>
    <message>
        <location filename="../../gui/samples/sample_import.py"/>
        <source>The layer {} has more than {} samples.</source>
        <translation>Der Layer {} enthält mehr als {} Objekte.</translation>
    </message>
    <message>
        <location filename="../../gui/scene_box.py"/>
        <source>its file is missing</source>
        <translation>Datei fehlt</translation>
    </message>
    <message>
        <location filename="../../gui/scene_box.py"/>
        <source>not a raster file</source>
        <translation>keine Rasterdatei</translation>
    </message>
    <message>
        <location filename="../../gui/scene_box.py"/>
        <source>Choose a scene</source>
        <translation>Szene wählen</translation>
    </message>
    <message>
        <location filename="../../gui/scene_box.py"/>
        <source>{} bands, at least {} are needed</source>
        <translation>{} Kanäle, mindestens {} nötig</translation>
    </message>
    <message>
        <location filename="../../gui/setup_run.py"/>
        <source>Please report this problem.</source>
        <translation>Bitte melden Sie dieses Problem.</translation>
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
        <source>Move the cursor over the scene to show spectra.</source>
        <translation>Bewegen Sie den Mauszeiger über die Szene, um Spektren anzuzeigen.</translation>
    </message>
    <message>
        <location filename="../../gui/statistics.py"/>
        <source>Reading training polygons</source>
        <translation>Trainingspolygone werden gelesen</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>The model cannot decide between {} and {}.</source>
        <translation>Das Modell kann nicht zwischen {} und {} entscheiden.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>No training sample has a similar spectrum; it may be of a class that is missing.</source>
        <translation>Kein Trainingsbeispiel hat ein ähnliches Spektrum; vielleicht fehlt diese Klasse noch.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Much of the scene looks like this, and no training sample does.</source>
        <translation>Ein großer Teil der Szene sieht so aus, aber kein Trainingsbeispiel.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Mapped as {}, which has few training samples: is that correct?</source>
        <translation>Kartiert als {}, eine Klasse mit wenigen Trainingsbeispielen: Stimmt das?</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>There is no training sample near this location yet.</source>
        <translation>In der Nähe dieses Ortes gibt es noch kein Trainingsbeispiel.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Return to the previous location.</source>
        <translation>Zum vorherigen Ort zurückkehren.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Go to the next location (space key), if the class is unknown or the pixel is mixed; this one is not suggested again.</source>
        <translation>Zum nächsten Ort gehen (Leertaste), wenn die Klasse unbekannt oder das Pixel gemischt ist; dieser wird nicht wieder vorgeschlagen.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Discard the remaining suggestions.</source>
        <translation>Die übrigen Vorschläge verwerfen.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Predicted: &lt;b&gt;{}&lt;/b&gt; ({} %); second choice: {}</source>
        <translation>Vorhersage: &lt;b&gt;{}&lt;/b&gt; ({} %); zweite Wahl: {}</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>Press the number of the class or click it in the list, or skip the location.</source>
        <translation>Drücken Sie die Nummer der Klasse oder klicken Sie sie in der Liste an, oder überspringen Sie den Ort.</translation>
    </message>
    <message>
        <location filename="../../gui/suggestion_card.py"/>
        <source>&lt;b&gt;Which class is this?&lt;/b&gt; Location {} of {}.</source>
        <translation>&lt;b&gt;Welche Klasse ist das?&lt;/b&gt; Ort {} von {}.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/point_tool.py"/>
        <location filename="../../gui/tools/region_growing.py"/>
        <source>This location lies outside the scene.</source>
        <translation>Diese Stelle liegt außerhalb der Szene.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/point_tool.py"/>
        <source>Click a pixel of the scene.</source>
        <translation>Klicken Sie auf ein Pixel der Szene.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/polygon_tool.py"/>
        <source>Draw a training polygon</source>
        <translation>Trainingspolygon zeichnen</translation>
    </message>
    <message>
        <location filename="../../gui/tools/tool_set.py"/>
        <source>Reading the scene</source>
        <translation>Szene wird gelesen</translation>
    </message>
    <message>
        <location filename="../../gui/tools/tool_set.py"/>
        <source>There is no class to draw.</source>
        <translation>Es gibt keine Klasse zum Zeichnen.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/tool_set.py"/>
        <source>Add a class with + first.</source>
        <translation>Fügen Sie zuerst mit + eine Klasse hinzu.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Click the corners, then right-click. Snapping and advanced digitizing work as in QGIS; Backspace removes the last corner, Esc all.</source>
        <translation>Ecken anklicken, dann Rechtsklick. Einrasten und erweiterte Digitalisierung funktionieren wie in QGIS; die Rücktaste entfernt die letzte Ecke, Esc alle.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Scribble</source>
        <translation>Freihandlinie</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Drag to draw a line of this width in pixels. Shift: straight line; Ctrl: erase; Shift+wheel: width; right-click or Esc: cancel.</source>
        <translation>Ziehen zeichnet eine Linie dieser Breite in Pixeln. Umschalt: gerade Linie; Strg: radieren; Umschalt+Mausrad: Breite; Rechtsklick oder Esc: abbrechen.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Drag to paint an area with a disc of this radius in pixels. Shift: straight line; Ctrl: erase; Shift+wheel: radius; right-click or Esc: cancel.</source>
        <translation>Ziehen malt eine Fläche mit einem Kreis dieses Radius in Pixeln. Umschalt: gerade Linie; Strg: radieren; Umschalt+Mausrad: Radius; Rechtsklick oder Esc: abbrechen.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Pixel</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Click a pixel to label it. Ctrl: erase there.</source>
        <translation>Ein Klick kennzeichnet ein Pixel. Strg: dort radieren.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Drag around an area. Ctrl: erase the area; right-click or Esc: cancel.</source>
        <translation>Eine Fläche umfahren. Strg: Fläche radieren; Rechtsklick oder Esc: abbrechen.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Magic wand</source>
        <translation>Zauberstab</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Shows the connected pixels whose spectra are similar to the one under the cursor; click to label them. Wheel: tolerance; Ctrl: erase them, and zoom with the wheel.</source>
        <translation>Zeigt die zusammenhängenden Pixel, deren Spektren dem unter dem Zeiger ähneln; ein Klick kennzeichnet sie. Mausrad: Toleranz; Strg: sie radieren, und mit dem Mausrad zoomen.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Drag to cut or remove what lies under a disc of this radius in pixels. Shift: only the current class; Shift+wheel: radius; right-click or Esc: cancel.</source>
        <translation>Ziehen zerschneidet oder entfernt, was unter einem Kreis dieses Radius in Pixeln liegt. Umschalt: nur die aktuelle Klasse; Umschalt+Mausrad: Radius; Rechtsklick oder Esc: abbrechen.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Import samples of another layer…</source>
        <translation>Trainingsdaten eines anderen Layers importieren …</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Export samples with spectra…</source>
        <translation>Trainingsdaten mit Spektren exportieren …</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Import and export samples</source>
        <translation>Trainingsdaten importieren und exportieren</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>It needs a scene, and a training layer whose geometries suit it.</source>
        <translation>Benötigt eine Szene und einen Trainingslayer mit passenden Geometrien.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Tolerance of the magic wand: the spectral angle in degrees.</source>
        <translation>Toleranz des Zauberstabs: Spektralwinkel in Grad.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/toolbar.py"/>
        <source>Size of the tool in pixels of the scene.</source>
        <translation>Größe des Werkzeugs in Pixeln der Szene.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/wand_tool.py"/>
        <source>This pixel has no data.</source>
        <translation>Dieses Pixel hat keine Daten.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/wand_tool.py"/>
        <source>Click a pixel of the scene with data.</source>
        <translation>Klicken Sie auf ein Pixel der Szene mit Daten.</translation>
    </message>
    <message>
        <location filename="../../gui/tools/window_reader.py"/>
        <source>Reading spectra</source>
        <translation>Spektren werden gelesen</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Add it to the list of classes first.</source>
        <translation>Fügen Sie sie zuerst der Klassenliste hinzu.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Erase</source>
        <translation>Radieren</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Check that its file allows adding, changing and deleting features.</source>
        <translation>Prüfen Sie, ob sich in seiner Datei Objekte hinzufügen, ändern und löschen lassen.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Merge {} into {}</source>
        <translation>{} mit {} zusammenführen</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Check that you may write to its file, or create another training layer.</source>
        <translation>Prüfen Sie, ob Sie in seine Datei schreiben dürfen, oder erstellen Sie einen anderen Trainingslayer.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Check that you may write to the file and that there is free disk space.</source>
        <translation>Prüfen Sie, ob Sie in die Datei schreiben dürfen und genug Speicherplatz frei ist.</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>The training layer has no class {}.</source>
        <translation>Der Trainingslayer hat keine Klasse {}.</translation>
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
        <source>Change colour of class {}</source>
        <translation>Farbe der Klasse {} ändern</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>Rename class {} to {}</source>
        <translation>Klasse {} in {} umbenennen</translation>
    </message>
    <message>
        <location filename="../../gui/training.py"/>
        <source>The layer {} rejected the change; nothing was changed.</source>
        <translation>Der Layer {} hat die Änderung abgelehnt; nichts wurde geändert.</translation>
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
        <source>Red, green and blue bands: natural colours.</source>
        <translation>Kanäle für Rot, Grün und Blau: natürliche Farben.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Infrared</source>
        <translation>Infrarot</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Near infrared, red and green bands (CIR): healthy vegetation is bright red.</source>
        <translation>Kanäle für nahes Infrarot, Rot und Grün (CIR): Gesunde Vegetation ist leuchtend rot.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>SWIR</source>
        <translation>SWIR</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Short-wave and near infrared and red bands: soil, moisture, burns, minerals.</source>
        <translation>Kanäle für kurzwelliges und nahes Infrarot und Rot: Boden, Feuchte, Brandflächen, Minerale.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>The first three principal components of all bands.</source>
        <translation>Die ersten drei Hauptkomponenten aller Kanäle.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>The scene has no bands at the wavelengths of this composite.</source>
        <translation>Die Szene hat keine Kanäle bei den Wellenlängen dieses Farbkomposits.</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Principal components of {}</source>
        <translation>Hauptkomponenten von {}</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Reading {}</source>
        <translation>{} wird gelesen</translation>
    </message>
    <message>
        <location filename="../../gui/view_section.py"/>
        <source>Computing principal components of {}</source>
        <translation>Hauptkomponenten von {} werden berechnet</translation>
    </message>
    <message>
        <location filename="../../gui/warnings_section.py"/>
        <source>Warnings ({})</source>
        <translation>Warnungen ({})</translation>
    </message>
</context>
</TS>
