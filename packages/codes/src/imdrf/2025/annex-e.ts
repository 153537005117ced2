/** IMDRF annex E: code | parents | status | term. Written by tools/new-release.mjs. */
export const rows: string = `
E01||Not selectable|Nervous System
E0101|E01||Balance Problems
E0102|E01,E20||Brain Injury
E010201|E0102||Encephalocele
E0103|E01,E2338||Cerebral Edema
E0104|E01,E05||Cerebral Hyperperfusion Syndrome
E0105|E01||Cerebral Ventriculomegaly
E0106|E01||Cerebrospinal Fluid Leakage
E0107|E01||Cognitive Changes
E010701|E0107||Confusion/ Disorientation
E010702|E0107||Dementia
E0108|E01,E20||Concussion
E0109|E01||Convulsion/Seizure
E010901|E0109||Convulsion, Clonic
E010902|E0109||Convulsion, Tonic
E010903|E0109||Epilepsy
E010904|E0109||Status Epilepticus
E0110|E01|Modified (editorial)|Hyporesponsive to stimuli
E0111|E01|Modified (editorial)|Hyperresponsive to stimuli
E0112|E01||Dizziness
E0113|E01||Dysphasia
E011301|E0113||Aphonia
E0114|E01,E19||Encephalitis
E0115|E01||Encephalopathy
E0116|E01,E2330||Headache
E0117|E01||Hydrocephalus
E0118|E01||Intracranial Hemorrhage
E0119|E01||Loss of consciousness
E011901|E0119||Coma
E011902|E0119||Presyncope
E011903|E0119||Syncope/Fainting
E0120|E01||Memory Loss/Impairment
E0121|E01,E19||Meningitis
E0122|E01||Movement Disorder
E012201|E0122||Dyskinesia
E012202|E0122||Paralysis
E012203|E0122||Paraplegia
E012204|E0122||Paresis
E012205|E0122||Quadriplegia
E012206|E0122||Shaking/Tremors
E012207|E0122||Twitching
E012208|E0122||Restless Legs Syndrome
E012209|E0122||Facial Paralysis
E0123|E01,E20||Nerve Damage
E012301|E0123||Optical Nerve Damage
E0124|E01,E20||Nervous System Injury
E012401|E0124||Spinal Cord Injury
E0125|E01||Neuralgia
E0126|E01||Neuropathy
E0127|E01||Numbness
E0128|E01,E20||Peripheral Nervous Injury
E0129|E01||Sensitivity of Teeth
E0130|E01||Sleep Dysfunction
E0131|E01||Speech Disorder
E0132|E01||Spinal Arachnoiditis
E0133|E01||Stroke/CVA
E013301|E0133||Hemorrhagic Stroke
E013302|E0133||Ischemia Stroke
E0134|E01||Tactile Disorders
E013401|E0134||Hyperesthesia
E013402|E0134||Hypoesthesia
E013403|E0134||Paresthesia
E0135|E01||Taste Disorder
E013501|E0135||Ageusia
E013502|E0135||Dysgeusia
E0136|E01||Tics/Tremor
E0137|E01||Transient Ischemic Attack
E0138|E01|Retired|Undesired Nerve Stimulation
E0139|E01||Unspecified Nervous System Problem
E0140|E01||Intracranial Pressure Increased
E0141|E01||Pneumocephalus
E0142|E01||Idiopathic Intracranial Hypertension
E0143|E01||Altered State of Consciousness
E014301|E0143||Increased Level of Consciousness
E014302|E0143||Decreased Level of Consciousness
E0144|E01,E21||Dural Tear
E02||Not selectable|Mental, Emotional and Behavioural Disorders
E0201|E02||Bruxism
E0202|E02||Emotional Changes
E020201|E0202||Anxiety
E020202|E0202||Depression
E020203|E0202||Distress
E020204|E0202||Malaise
E020205|E0202||Irritability
E0203|E02||Hallucination
E0204|E02||Lethargy
E0205|E02||Suicidal Ideation
E0206|E02||Unspecified Mental, Emotional or Behavioural Problem
E0207|E02||Delirium
E0208|E02||Psychosis
E0209|E02||Sleepiness/Drowsiness/Somnolence
E03||Not selectable|Blood and Lymphatic System
E0301|E03||Anemia
E030101|E0301||Hemolytic Anemia
E0302|E03||Coagulation Disorder
E030201|E0302||Disseminated Intravascular Coagulation (DIC)
E030202|E0302||Thrombocytopenia
E0303|E03||Hemolysis
E0304|E03||Hypervolemia
E0305|E03||Hypovolemia
E0306|E03,E19||Sepsis
E0307|E03||Seroma
E0308|E03||Swollen Lymph Nodes/Glands
E0309|E03||Low White Blood Cell Count
E0310|E03||Unspecified Blood or Lymphatic problem
E0311|E03||High White Blood Cell Count
E0312|E03||Transfusion Reaction
E0313|E03||Blood Protein Abnormal
E04||Not selectable|Immune System
E0401|E04||Autoimmune Disorder
E0402|E04||Hypersensitivity/Allergic reaction
E040201|E0402,E2336||Anaphylactic Shock
E040202|E0402,E23||Anaphylactoid / Anaphylaxis
E040203|E0402||Local Reaction
E0403|E04||Immunodeficiency
E0404|E04||Positive antinuclear antibodies (ANA)
E0405|E04||Unspecified Immune System Problem
E05||Not selectable|Vascular System
E0501|E05||Aneurysm
E050101|E0501||Ruptured Aneurysm
E050102|E0501||Aneurysm expansion
E0502|E05||Arteriosclerosis/ Atherosclerosis
E0503|E05||Embolism/Embolus
E050301|E0503||Air Embolism
E050302|E0503||Foreign Body Embolism
E050303|E0503,E07||Pulmonary Embolism
E050304|E0503||Thromboembolism
E050305|E0503||Fat embolism
E0504|E05||Extravasation
E0505|E05||Hematoma
E0506|E05||Hemorrhage/Blood Loss/Bleeding
E050601|E0506||Ecchymosis
E050602|E0506||Exsanguination
E0507|E05,E22||High Pulmonary Arterial Wedge Pressure
E0508|E05,E22||Low Pulmonary Arterial Wedge Pressure
E0509|E05||Ischemia
E0510|E05||Neovascularization
E0511|E05,E2114||Perforation of Vessels
E051101|E0511,E2114||Great Vessel Perforation
E0512|E05||Vasculitis
E0513|E05||Pseudoaneurysm
E0514|E05||Thrombosis/Thrombus
E0515|E05||Vascular Dissection
E051501|E0515||Aortic dissection
E0516|E05||Vasoconstriction
E0517|E05||Vasodilatation
E0518|E05||Unspecified Vascular Problem
E0519|E05||Reduced Blood Flow
E0520|E05||Reperfusion Injury
E0521|E05,E06||Coronary obstruction/occlusion
E0522|E05|New|Vasospasm
E0523|E05|New|False Lumen Perfusion
E06||Not selectable|Heart
E0601|E06||Arrhythmia
E060101|E0601||Asystole
E060102|E0601||Atrial Fibrillation
E060103|E0601||Atrial Flutter
E060104|E0601||Bradycardia
E060105|E0601||Ectopic Heartbeat
E060106|E0601||Heart Block
E060107|E0601||Idioventricular Rhythm
E060108|E0601||Irregular Pulse
E060109|E0601||Tachycardia
E060110|E0601||Ventricular Fibrillation
E0602|E06||Cardiac Arrest
E0603|E06,E22||Cardiac Enzyme Elevation
E0604|E06,E2114||Cardiac Perforation
E0605|E06||Cardiac Tamponade
E0606|E06||Cardiomyopathy
E0607|E06,E05||Cardiovascular Dysfunction/Insufficiency
E0608|E06||Cusp Tear
E0609|E06||Diminished Pulse Pressure
E0610|E06,E19||Endocarditis
E0611|E06||Heart Failure/Congestive Heart Failure
E0612|E06||Ischemic Heart Disease
E061201|E0612||Angina
E061202|E0612||Myocardial Infarction
E0613|E06||Low Cardiac Output
E0614|E06,E2114||Mitral Perforation
E0615|E06,E2002||Myocardial Contusion
E0616|E06||Myocardial Hypertrophy
E0617|E06||Myocarditis
E0618|E06||Non specific EKG/ECG Changes
E0619|E06||Pericardial Effusion
E0620|E06||Pericarditis
E0621|E06||Valvular Insufficiency/ Regurgitation
E062101|E0621||Aortic Valve Insufficiency/ Regurgitation
E062102|E0621||Mitral Valve Insufficiency/ Regurgitation
E062103|E0621||Pulmonary Valve Insufficiency/ Regurgitation
E062104|E0621||Tricuspid Valve Insufficiency/ Regurgitation
E0622|E06||Valvular Stenosis
E062201|E0622||Aortic Valve Stenosis
E062202|E0622||Mitral Valve Stenosis
E062203|E0622||Pulmonary Valve Stenosis
E062204|E0622||Tricuspid Valve Stenosis
E0623|E06||Unspecified Heart Problem
E0624|E06,E21|Modified (technical)|Intraoperative Cardiac Valve Injury
E0625|E06||Cardiac Septal Defect Residual Shunt
E0626|E06||Transvalvular Pressure Gradient Increased
E0627|E06|Modified (technical)|Intraoperative Cardiac Injury
E0628|E06|New|Pneumopericardium
E0629|E06|New|Palpitations
E07||Not selectable|Respiratory System
E0701|E07||Adult Respiratory Distress Syndrome
E0702|E07||Airway Obstruction
E0703|E07||Apnea
E0704|E07||Aspiration/Inhalation
E0705|E07||Aspiration Pneumonitis
E0706|E07||Asthma
E0707|E07,E05||Bronchial Hemorrhage
E0708|E07||Bronchitis
E0709|E07||Bronchospasm
E0710|E07,E20||Choking
E0711|E07||Chronic Obstructive Pulmonary Disease (COPD)
E071101|E0711||Pulmonary Emphysema
E0712|E07||Cough
E0713|E07,E22||Decreased Peak Expiratory Flow rate
E0714|E07,E22||Increased Peak Expiratory Flow rate
E0715|E07,E22||Decreased Respiratory Rate
E0716|E07,E22||Increased Respiratory Rate
E0717|E07||Dyspnea
E0718|E07||Epistaxis
E0719|E07,E22||Forced Expiratory Volume Decreased
E0720|E07,E22||Forced Expiratory Volume Increased
E0721|E07||Hemoptysis
E0722|E07||Hemothorax
E0723|E07||Hiccups
E0724|E07||Hyperventilation
E0725|E07||Hypoventilation
E0726|E07||Hypoxia
E0727|E07||Mediastinal Shift
E0728|E07||Nasal Obstruction
E0729|E07||Overinflation of Lung
E0730|E07||Pharyngitis
E0731|E07||Pleural Effusion
E0732|E07|Modified (editorial)|Pleural Empyema
E0733|E07,E19||Pneumonia
E073301|E0733||Bronchopneumonia
E0734|E07||Pneumothorax
E0735|E07||Pulmonary Dysfunction
E0736|E07,E2338||Pulmonary Edema
E0737|E07||Pulmonary Hypertension
E0738|E07||Pulmonary Infarction
E0739|E07,E12||Respiratory Acidosis
E0740|E07,E12||Respiratory Alkalosis
E0741|E07||Respiratory Arrest
E0742|E07||Respiratory Failure
E0743|E07||Respiratory Insufficiency
E0744|E07,E19||Respiratory Tract Infection
E0745|E07,E2114||Sinus Perforation
E0746|E07||Sneezing
E0747|E07||Sore Throat
E0748|E07||Stacking Breaths
E0749|E07,E20||Strangulation
E0750|E07||Ventilator Dependent
E0751|E07||Wheezing
E0752|E07||Unspecified Respiratory Problem
E0753|E07|Retired|Upper Respiratory Tract Injury
E0754|E07||Upper Respiratory Tract Irritation
E0755|E07||Snoring
E0756|E07||Nasal congestion
E0757|E07||Breathing-related sleep disorder
E0758|E07||Rhinitis
E0759|E07|New|Mechanical Respiratory Tract Injury
E0760|E07|New|Atelectasis
E0761|E07|New|Nasal Dryness
E08||Not selectable|Eye
E0801|E08||Capsular Bag Tear
E0802|E08||Cataract
E0803|E08,E19||Chemosis
E0804|E08||Conjunctivitis
E0805|E08||Corneal Clouding/Hazing
E0806|E08||Corneal Decompensation
E0807|E08,E2338||Corneal Edema
E080701|E0807,E2338||Corneal Stromal Edema
E080702|E0807,E2338||Microcystic Edema
E0808|E08||Corneal Epithelial Microcysts
E0809|E08||Corneal Infiltrates
E0810|E08||Corneal Pannus
E0811|E08,E2114||Corneal Perforation
E0812|E08||Corneal Scar
E0813|E08||Corneal Touch
E0814|E08||Corneal Ulcer
E0815|E08||Dry Eye(s)
E0816|E08,E19||Endophthalmitis
E0817|E08||Excessive Tear Production
E0818|E08,E19||Eye Infections
E081801|E0818||Intraocular Infection
E0819|E08,E20||Eye Injury
E081901|E0819||Corneal Abrasion
E081902|E0819||Eye Burn
E081903|E0819||Retinal Detachment
E081904|E0819||Retinal Injury
E081905|E0819||Retinal Tear
E081906|E0819,E21||Vitreous Detachment
E0820|E08,E2330||Eye Pain
E0821|E08||Foreign Body Sensation in Eye
E0822|E08||Glaucoma
E0823|E08||Halo
E0824|E08||Hyphema
E0825|E08||Hypopyon
E0826|E08||Intraocular Pressure Decreased
E0827|E08||Intraocular Pressure Increased
E0828|E08||Iritis
E0829|E08||Keratitis
E082901|E0829||Infective Keratitis
E0830|E08,E2338||Macular Edema
E0831|E08||Overwear Syndrome
E0832|E08||Pupillary Block
E0833|E08||Red Eye(s)
E0834|E08||Retinal Degeneration
E0835|E08||Toxic Anterior Segment Syndrome (TASS)
E0836|E08||UGH (Uveitis Glaucoma Hyphema) Syndrome
E0837|E08||Uveitis
E0838|E08||Visual Disturbances
E083801|E0838||Flashers
E083802|E0838,E23||Phosphene Visualization
E083803|E0838||Vitreous Floaters
E083804|E0838||Photophobia
E0839|E08||Visual Impairment
E083901|E0839||Blurred Vision
E083902|E0839||Loss of Vision
E083903|E0839||Diplopia/Double Vision
E0840|E08||Vitreous Hemorrhage
E0841|E08||Vitreous Loss
E0842|E08||Vitritis
E0843|E08||Zonular Dehiscence
E0844|E08||Unspecified Eye / Vision Problem
E0845|E08|Modified (technical)|Eye Irritation
E0846|E08||Corneal Thinning
E0847|E08,E21||Pigment Dispersion Syndrome
E0848|E08,E21||Corneal Endothelial Cell Loss
E0849|E08,E21||Posterior Capsule Opacification
E0850|E08,E05||Conjunctival Hemorrhage
E0851|E08,E05||Retinal Hemorrhage
E0852|E08,E05||Choroidal Hemorrhage
E0853|E08,E05||Optic Nerve Sheath Hemorrhage
E0854|E08||Mydriasis
E0855|E08||Anterior Capsule Opacification
E0856|E08||Pupillary Disorder
E0857|E08||Corneal Warpage
E0858|E08||Choroidal detachment
E0859|E08||Choroidal effusion
E0860|E08|New|Eye Strain/Fatigue
E09||Not selectable|Ear and Labyrinth
E0901|E09,E01||Acoustic Shock
E0902|E09||Acoustic Trauma
E0903|E09||Hearing Impairment
E090301|E0903||Partial Hearing Loss
E090302|E0903||Total Hearing Loss
E0904|E09,E01||Tinnitus
E0905|E09||Vertigo
E0906|E09||Unspecified Ear or Labyrinth Problem
E0907|E09,E2330||Ear Pain
E0908|E09,E19||Ear infection
E090801|E0908||Infectious Otitis Externa
E090802|E0908||Infectious Otitis Media
E0909|E09||Middle Ear Inflammation
E0910|E09,E19||Labyrinthitis
E0911|E09|New|Cholesteatoma
E0912|E09,E20|New|Ear injury
E0913|E09|New|Cerumen impaction
E10||Not selectable|Gastrointestinal System
E1001|E10||Abdominal Distention
E1002|E10,E2330||Abdominal Pain
E1003|E10||Achalasia
E1004|E10||Ascites
E1005|E10,E1704||Bowel Burn
E1006|E10,E2114||Bowel Perforation
E1007|E10||Constipation
E1008|E10||Diarrhea
E1009|E10||Dysphagia/ Odynophagia
E1010|E10||Eructate
E1011|E10||Flatus
E1012|E10||Gastritis
E1013|E10,E1704||Gastroesophageal Burn
E1014|E10||Gastrointestinal Hemorrhage
E1015|E10||Gastrointestinal Regurgitation
E1016|E10||Hematemesis
E1017|E10||Intra-Abdominal Hemorrhage
E1018|E10||Laceration(s) of Esophagus
E1019|E10||Melena
E1020|E10||Nausea
E1021|E10,E19||Pancreatitis
E1022|E10,E2114||Perforation of Esophagus
E1023|E10,E20||Peritoneal Laceration(s)
E1024|E10,E19||Peritonitis
E1025|E10||Heartburn/Indigestion
E1026|E10,E21|Retired|Rectal Anastomotic Leakage
E1027|E10||Retroperitoneal Hemorrhage
E1028|E10||Salivary Gland Problem
E102801|E1028||Dry Mouth
E102802|E1028||Salivary Hypersecretion
E1029|E10||Stenosis of the esophagus
E1030|E10||Stomach Ulceration
E1031|E10||Stomatitis
E103101|E1031||Glossitis
E1032|E10||Vomiting
E1033|E10||Unspecified Gastrointestinal Problem
E1034|E10||Fecal Urgency
E1035|E10||Pneumoperitoneum
E1036|E10||Colitis
E11||Not selectable|Hepatic and Biliary System
E1101|E11||Biliary Cirrhosis
E1102|E11,E19||Hepatitis
E1103|E11||Hyperbilirubinemia
E1104|E11||Liver Damage/Dysfunction
E1105|E11||Liver Failure
E1106|E11||Liver Laceration(s)
E1107|E11||Unspecified Hepatic or Biliary Problem
E1108|E11,E21||Biliary Leak
E1109|E11,E21||Cholangitis
E12||Not selectable|Endocrine, Metabolism and Nutrition
E1201|E12||Dehydration
E1202|E12,E03||Electrolyte Imbalance
E120201|E1202||Hypernatremia
E120202|E1202||Hyponatremia
E120203|E1202||Hypercalcemia
E120204|E1202||Hypocalcemia
E120205|E1202||Hyperkalemia
E120206|E1202||Hypokalemia
E120207|E1202||Blood Bicarbonate Increased
E120208|E1202||Blood Bicarbonate Decreased
E120209|E1202||Hyperphosphatemia
E1203|E12||Feeding Problem
E1204|E12||Hot Flashes/Flushes
E1205|E12,E22||Hyperglycemia
E120501|E1205|Modified (editorial)|Elevated ketones/Diabetic Ketoacidosis
E1206|E12,E22||Hypoglycemia
E1207|E12||Polydipsia
E1208|E12||Weight Changes
E1209|E12,E22||Hormonal Imbalance
E1210|E12,E14||Premature Menopause
E1211|E12||Vitamin Deficiency
E1212|E12||Hypothyroidism
E1213|E12|New|Metabolic Acidosis
E1214|E12|New|Hyperthyroidism
E1215|E12|New|Metabolic Alkalosis
E13||Not selectable|Kidney and Urinary Tract
E1301|E13||Dysuria
E1302|E13||Hematuria
E1303|E13,E10||Increased Intra-Peritoneal Volume (IIPV)
E1304|E13||Micturition Urgency
E1305|E13||Renal Impairment
E130501|E1305||Renal Failure
E1306|E13,E12||Uremia
E1307|E13||Urethral Stenosis/Stricture
E1308|E13||Urinary Frequency / Polyuria
E1309|E13||Urinary Retention
E1310|E13,E19||Urinary Tract Infection
E131001|E1310||Kidney Infection
E1311|E13||Unspecified Kidney or Urinary Problem
E1312|E13||Urolithiasis
E1313|E13||Interstitial Cystitis
E1314|E13||Bladder Wall Thickening
E1315|E13||Hydronephrosis
E1316|E13||Bladder Dysfunction
E1317|E13||Kidney injury
E14||Not selectable|Reproductive System and Breast
E1401|E14||Abnormal Vaginal Discharge
E1402|E14||Breast Discomfort/Pain
E1403|E14||Breast Mass
E1404|E14,E22||Cervical Changes
E1405|E14||Dyspareunia
E1406|E14,E2114||Fallopian Tube Perforation
E1407|E14||Genital Bleeding
E140701|E1407||Intermenstrual Bleeding
E140702|E1407||Menorrhagia
E1408|E14||Menstrual Irregularities
E1409|E14||Nipple Sensation Changes
E1410|E14||Nipple Ulceration
E1411|E14||Pelvic Inflammatory Disease
E1412|E14||Rectovaginal Fistula
E1413|E14||Sexual Dysfunction
E141301|E1413||Erectile Dysfunction
E1414|E14,E19||Toxic Shock Syndrome
E1415|E14,E2114||Uterine Perforation
E1416|E14||Vesicovaginal Fistula
E1417|E14||Unspecified Reproductive System or Breast Problem
E1418|E14||Breast Feeding Problem
E1419|E14||Vaginal Dryness
E1420|E14,E23||Pelvic Pain
E15||Not selectable|Pregnancy, Childbirth and the Puerperium
E1501|E15||Abortion
E150101|E1501||Complete Induced Abortion
E150102|E1501||Incomplete Induced Abortion
E150103|E1501||Induced Abortion
E150104|E1501||Missed Abortion
E150105|E1501||Spontaneous Abortion
E1502|E15||Amnionitis
E1503|E15||Cephalohematoma
E1504|E15,E19||Chorioamnionitis
E1505|E15,E16||Congenital Defect/Deformity
E1506|E15,E14||Ectopic Pregnancy
E1507|E15,E06||Fetal Distress
E1508|E15||Hypoxia in Utero
E1509|E15,E14||Incompetent Cervix
E1510|E15,E22||Low Apgar Score
E1511|E15,E16||Neonatal Deformities
E1512|E15,E09||Neonatal Hearing Impairment
E151201|E1512||Complete Neonatal Hearing Loss
E151202|E1512||Partial Neonatal Hearing loss
E1513|E15,E01||Perinatal Brain Injury
E1514|E15||Pregnancy with a Contraceptive Device
E1515|E15||Premature Labor
E1516|E15,E07||Respiratory Distress Syndrome of Newborns
E1517|E15||Teratogenic Effects
E1518|E15||Toxins In Children
E1519|E15,E14||Vaginal Mucosa Damage
E1520|E15||Infertility
E16||Not selectable|Musculoskeletal System
E1601|E16||Arthralgia
E1602|E16||Arthritis
E160201|E1602||Rheumatoid Arthritis
E1603|E16,E20||Bone Fracture(s)
E160301|E1603||Hip Fracture
E160302|E1603||Limb Fracture
E160303|E1603||Multiple Fractures
E160304|E1603||Skull Fracture
E160305|E1603||Vertebral Fracture
E1604|E16||Connective Tissue Disease
E1605|E16||Cramp(s) /Muscle Spasm(s)
E160501|E1605||Abdominal Cramps
E1606|E16,E20||Damage to Ligament(s)
E1607|E16,E10||Difficulty Chewing
E1608|E16||Fasciitis
E1609|E16,E19||Fibromyositis
E1610|E16,E20||Head Injury
E1611|E16||Hyperextension
E1612|E16||Inadequate Osseointegration
E161201|E1612||Aseptic loosening
E161202|E1612||Septic loosening
E1613|E16||Intervertebral Disc Compression or Protrusion
E1614|E16,E20||Joint Dislocation
E161401|E1614||Subluxation
E1615|E16||Joint Laxity
E1616|E16||Loss of Range of Motion
E161601|E1616||Ankylosis
E161602|E1616||Joint Contracture
E161603|E1616||Muscular Rigidity
E161604|E1616||Arthrofibrosis
E161605|E1616||Joint locking
E1617|E16||Malunion of Bone
E1618|E16||Metal Related Pathology
E1619|E16||Muscle Hypotonia
E1620|E16||Muscle/Tendon Damage
E1621|E16,E01||Muscle Weakness/Atrophy
E1622|E16,E2330||Myalgia
E1623|E16,E2330||Neck Pain
E1624|E16||Neck Stiffness
E1625|E16||Nonunion/Delayed-union Bone Fracture
E1626|E16||Extraskeletal ossification
E1627|E16||Osteolysis
E1628|E16,E19||Osteomyelitis
E1629|E16||Osteopenia/ Osteoporosis
E1630|E16||Polymyositis
E1631|E16,E20||Spinal Column Injury
E1632|E16,E19||Synovitis
E1633|E16,E20||Tooth Fracture
E1634|E16||Unequal Limb Length
E1635|E16||Unspecified Musculoskeletal problem
E1636|E16||Tooth Loss
E1637|E16||Bursitis
E1638|E16||Cartilage damage
E1639|E16||Joint Impingement
E1640|E16,E19||Mastoiditis
E1641|E16||Limb Pain
E1642|E16||Spinal deformity
E1643|E16||Tendinopathy
E1644|E16,E05||Compartment syndrome
E1645|E16,E05||Hemarthrosis
E1646|E16,E21||Bone Notching
E1647|E16||Exostosis (bone)
E1648|E16|Modified (editorial)|Acetabular protrusion
E1649|E16||Crepitus
E1650|E16||Arthropathy
E1651|E16,E2330||Back pain
E1652|E16|New|Loose body in joint
E17||Not selectable|Skin and Subcutaneous Tissue
E1701|E17,E20||Abrasion
E1702|E17,E2338||Angioedema
E1703|E17||Blister
E1704|E17,E20||Burn(s)
E170401|E1704||Caustic/Chemical Burns
E170402|E1704||Cryogenic Burn
E170403|E1704||Radiation Burn
E170404|E1704||Superficial (First Degree) Burn
E170405|E1704||Partial thickness (Second Degree) Burn
E170406|E1704||Full thickness (Third Degree) Burn
E1705|E17,E23||Burning Sensation
E170501|E1705||Skin Burning Sensation
E1706|E17||Cancer Cells Dissemination
E1707|E23||Impaired Healing
E1708|E17||Itching Sensation
E1709|E17||Jaundice
E1710|E17||Localized Skin Lesion
E1711|E17||Peeling
E1712|E17||Phototoxicity
E1713|E17,E2006||Pocket Erosion
E1714|E17||Rash
E1715|E17||Scar Tissue
E171501|E1715||Abnormal scarring
E1716|E17||Skin Discoloration
E171601|E1716||Erythema
E171602|E1716||Hyperpigmentation
E171603|E1716||Hypopigmentation
E1717|E17||Skin Disorders
E1718|E17,E2006||Skin Erosion
E1719|E17,E19||Skin Infection
E1720|E17||Skin Inflammation/ Irritation
E172001|E1720,E19||Abscess
E172002|E1720,E19||Cellulitis
E172003|E1720||Contact Dermatitis
E172004|E1720||Eczema
E172005|E1720||Radiodermatitis
E172006|E1720||Urticaria
E172007|E1720||Wheal(s)
E1721|E17||Skin Tears
E1722|E17||Subcutaneous Nodule
E1723|E17||Wrinkling
E1724|E17||Dry Skin
E1725|E17||Injection Site Pooling
E1726|E17||Skin Maceration
E1727|E17||Wound Odor
E1728|E17||Nail disorder
E1729|E17|New|Unspecified Skin and Subcutaneous Tissue Problem
E18||Not selectable|Neoplasms Benign, Malignant and Unspecified
E1801|E18||Cancer
E180101|E1801||Breast Cancer
E180102|E1801||Breast Implant Associated Anaplastic Large Cell Lymphoma (BIA ALCL)
E180103|E1801||Leiomyosarcoma
E180104|E1801||Lymphoma
E1802|E18||Cyst(s)
E1803|E18||Nodule
E1804|E18||Solid Tumour
E1805|E18||Non-malignant Neoplasm
E19||Not selectable|Infections
E1901|E19||Bacterial Infection
E190101|E1901||Drug Resistant Bacterial Infection
E190102|E1901||Pyogenic Infection
E190103|E1901,E15||Toxemia
E1902|E19||Fungal Infection
E1903|E19||Sexually Transmitted Infection
E1904|E19||Subclinical Infection
E1905|E19||Transmissible Spongiform Encephalopathy(TSE)
E1906|E19||Unspecified Infection
E1907|E19||Viral Infection
E190701|E1907||Cytomegalovirus (CMV) Infection
E20||Not selectable|Injury
E2001|E20||Bone Shedding Debris
E2002|E20||Bruise/Contusion
E2003|E20||Chemical Exposure
E2004|E20||Crushing Injury
E2005|E20,E17||Easy Bruising
E2006|E20||Erosion
E2007|E20||Fall
E2008|E20,E21|Modified (technical)|Foreign Body In Patient
E200801|E2008||Device Embedded In Tissue or Plaque
E2009|E20||Laceration(s)
E2010|E20||Needle Stick/Puncture
E2011|E20||Physical Entrapment
E2012|E20,E19||Wound Infection
E2013|E20||Rupture
E2014|E20||Tissue Breakdown
E201401|E2014|Modified (technical)|Pressure Sore/Ulcer
E2015|E20||Unspecified Tissue Injury
E2016|E20||Perineal injury
E21||Not selectable|Procedural Complications
E2101|E21,E2313||Adhesion(s)
E2102|E21||Awareness during Anaesthesia
E2103|E21||Device Overstimulation of Tissue
E2104|E21,E20||Electric Shock
E210401|E2104||Shock from Patient Lead(s)
E2105|E21,E20||Exposure to Body Fluids
E2106|E21,E2330||External Prosthetic Device Pain
E2107|E21|Retired|Failure of Implant
E2108|E21||Failure to Anastomose
E2109|E21,E2330||Implant Pain
E2110|E21,E2330||Inadequate Pain Relief
E2111|E21||Injection Site Reaction
E2112|E21,E2330||Intraoperative Pain
E2113|E21||Oversedation
E2114|E21||Perforation
E211401|E2114||Internal Organ Perforation
E2115|E21,E19||Post Operative Wound Infection
E2116|E21,E20||Radiation Sickness Syndrome
E2117|E21||Twiddlers Syndrome
E2118|E21||Unintended Extubation
E2119|E21||Unintended Radiation Exposure
E2120|E21||Bone Cement Implantation Syndrome
E2121|E21,E05|Modified (technical)|Clinical Endoleak
E2122|E21,E19||Sinusitis
E2123|E21,E19||Medical device site infection
E2124|E21||Unintended Loss of Vascular Access
E2125|E21,E01||Complex regional pain syndrome
E2126|E21,E16||Loss of fracture reduction
E2127|E21,E16||Periprosthetic fracture
E2128|E21||Implant site sclerosis
E2129|E21||Peritoneal effluent abnormal
E2130|E21||Graft failure
E2131|E21|New|Inappropriate Device Stimulation of Tissue
E2132|E21|New|Medical Device Site Inflammation
E22||Not selectable|Investigations and Diagnostic Tests
E2201|E22||Abnormal Blood Gases
E2202|E22,E07||High Oxygen Saturation
E2203|E22,E07||Low Oxygen Saturation
E2204|E22||Lactate Dehydrogenase Increased
E2205|E22,E19||Bacteremia
E2206|E22||High metal ion levels
E2207|E22||Radiolucent Lines
E23||Not selectable|Generalized Disorders
E2301|E23||Alteration in Body Temperature
E230101|E2301||Fever
E230102|E2301||Hyperthermia
E230103|E2301||Hypothermia
E2302|E23,E16||Ambulation or Postural Difficulties
E2303|E23||Capsular Contracture
E2304|E23||Chills
E2305|E23||Cyanosis
E2306|E23,E12||Decreased Appetite
E2307|E23,E12||Increased Appetite
E2308|E23||Deformity/ Disfigurement
E2309|E23||Deposits
E230901|E2309||Calcium Deposits/Calcification
E2310|E23||Diaphoresis
E2311|E23||Discomfort
E2312|E23||Fatigue
E231201|E2312||Extreme Exhaustion
E2313|E23||Fibrosis
E2314|E23||Fistula
E2315|E23||Fluid Discharge
E231501|E2315||Purulent Discharge
E2316|E23||Foreign Body Reaction
E2317|E23,E1720||Granuloma
E2318|E23||Hair Loss
E2319|E23||Hernia
E2320|E23||High Blood Pressure/ Hypertension
E2321|E23||Low Blood Pressure/ Hypotension
E2322|E23||Hyperemia
E2323|E23||Hyperplasia
E2324|E23||Incontinence
E232401|E2324,E10||Fecal Incontinence
E232402|E2324,E13||Urinary Incontinence
E2325|E23||Infiltration into Tissue
E2326|E23||Inflammation
E2327|E23||Necrosis
E2328|E23||Obstruction/Occlusion
E2329|E23||Organ Dehiscence
E2330|E23||Pain
E233001|E2330||Chest Pain
E2331|E23||Pallor
E2332|E23,E21||Physical Asymmetry
E2333|E23||Prolapse
E2334|E23||Ptosis
E2335|E23||Reaction to Medicinal Component of Device
E2336|E23||Shock
E233601|E2336||Cardiogenic Shock
E233602|E2336||Hypoglycemic Shock
E233603|E2336||Hypovolemic Shock
E233604|E2336||Neurogenic Shock
E233605|E2336||Septic Shock
E2337|E23,E05||Stenosis
E233701|E2337||Restenosis
E2338|E23||Swelling/ Edema
E233801|E2338||Peripheral Edema
E233802|E2338||Joint effusion
E2339|E23||Ulcer
E2340|E23,E21||Wound Dehiscence
E2341|E23,E14||Double Capsule
E2342|E23||Multiple Organ Dysfunction Syndrome
E2343|E23||Hemodynamic instability
E2344|E23||Voice alteration
E2345|E23||Heat illness
E2346|E23||Hypertrophy
E2347|E23||Breath odor
E2348|E23||Abnormal mucus discharge
E2349|E23||Withdrawal Syndrome
E2350|E23||Tissue Irritation
E2351|E23||Atrophy
E2352|E23|New|Exercise capacity decreased
E24||Not selectable, Modified (editorial)|Other Terms/Codes Related to Clinical Signs and Symptoms or Conditions
E2401|E24||Insufficient Information
E2402|E24|Modified (editorial)|Appropriate Clinical Signs, Symptoms and Conditions Term/Code Not Available
E2403|E24||No Clinical Signs, Symptoms or Conditions
`
