/** IMDRF annex C: code | parents | status | term. Written by tools/new-release.mjs. */
export const rows: string = `
C01|||Biological Problem Identified
C0101|C01||Biocompatibility Problem Identified
C0102|C01||Biological Contamination
C010201|C0102||Endotoxin Contamination
C010202|C0102||Microbial Contamination
C0103|C01||Material or Material Leachate Pyrogenic Problem
C0104|C01||Cytotoxicity Problem Identified
C0105|C01||Genotoxicity Problem Identified
C010501|C0105||Carcinogenic Problem
C010502|C0105||Mutagenic Problem
C0106|C01||Hematological Problem Identified
C010601|C0106||Agglutination Problem
C010602|C0106||Complement Activation Problem
C010603|C0106||Platelet Activation Problem
C010604|C0106||Problem due to Thrombosis Activation
C0107|C01||Unintended Presence of Allergens
C0108|C01||Reproductive Toxicity Problem Identified
C0109|C01||Undesirable Presence of Endogenous Materials
C02|||Electrical Problem Identified
C0201|C02||Electrical/Electronic Component Problem Identified
C0202|C02||Hardware Timing Problem Identified
C0203|C02||Impedance Problem Identified
C0204|C02||Insulation Problem Identified
C0205|C02||Open Circuit
C0206|C02||Current Leakage Problem
C0207|C02||Power Source Problem Identified
C020701|C0207||Energy Storage System Problem
C020702|C0207|Modified (editorial)|Loss of Power Identified
C020703|C0207||Power Fluctuation
C0208|C02||Short Circuit
C0209|C02||Signal Loss
C0210|C02||Corrupted memory
C03|||Electromagnetic Compatibility Problem Identified
C0301|C03||Conducted Interference
C0302|C03|Modified (editorial)|Electrostatic Discharge Identified
C0303|C03||Inadequate Immunity
C0304|C03||Unintended Emission
C0305|C03|Modified (editorial)|Radiofrequency Interference (RFI) Identified
C04|||Interoperability Problem Identified
C0401|C04||Communications Problem Identified
C040101|C0401||Wired Communication Problem
C040102|C0401|Modified (editorial)|Wireless Communication Problem Identified
C040103|C0401||Network Communication Problem
C0402|C04||Incompatible Component/ Accessory
C0403|C04||Device Not Compatible With Another Device
C0404|C04|Modified (editorial)|Unintended Compatibility Identified
C05|||Labeling and Instructions for Use/Maintenance
C0501|C05||Inadequate Labelling and/or Instructions for Use
C0502|C05||Incorrect Labeling and/or Instructions for Use
C0503|C05||Inadequate or Incorrect Instructions for Maintenance
C06|||Material and/or Chemical Problem Identified
C0601|C06||Degradation Problem Identified
C0602|C06||Inappropriate Material
C060201|C0602||Improper Composition/ Concentration
C060202|C0602||Improper Physical Structure
C060203|C0602||Molecular Structure Problem
C0603|C06||Inadequate Physicochemical Properties
C0604|C06||Incompatible Material
C0605|C06||Reactivity Problem Identified
C0606|C06||Tolerance Stack-Up
C07|||Mechanical Problem Identified
C0701|C07||Device Migration
C0702|C07||Friction Problem Identified
C0703|C07||Leakage/Seal
C0704|C07||Lubrication Problem Identified
C0705|C07||Stiffness Problem Identified
C0706|C07||Stress Problem Identified
C070601|C0706|Modified (technical)|Deformation/Distortion Problem
C070602|C0706||Fatigue Problem
C070603|C0706|Modified (technical)|Separation Problem
C070604|C0706||Mechanical Shock Problem
C070605|C0706||Vibration Problem
C070606|C0706||Wear Problem
C0707|C07||Incorrect Dimension
C0708|C07||Blockage Identified
C08|||Optical Problem Identified
C0801|C08||Optical Transmission Problem Identified
C0802|C08||Light Source Problem Identified
C09|||Clinical Imaging Problem Identified
C0901|C09||Gradient Induced Field Problem
C0902|C09||Image Artifact
C0903|C09||Magnetically-Induced Movement
C0904|C09||Radiofrequency Induced Overheating
C10|||Software Problem Identified
C1001|C10||Configuration Issue
C1002|C10||Design Error
C100201|C1002||Data Compression Error
C100202|C1002||Incorrect Algorithm
C100203|C1002||Incorrect Data Definition
C100204|C1002||Interface Design Error
C100205|C1002||Non-Functional Defect
C100206|C1002||Software Timing Problem
C1003|C10||Software Maintenance Problem Identified
C1004|C10||Software Installation Problem Identified
C1005|C10||Software Requirement Error
C1006|C10||Software Runtime Error
C1007|C10||Software Security Vulnerability
C1008|C10||Erroneous Data Transfer
C1009|C10||Data Storage or Loss of Data
C1010|C10||Artificial Intelligence Training/Validation Problem Identified
C1011|C10||Corrupt Software
C11|||Thermal Problem
C1101|C11||Overheating Problem Identified
C1102|C11||Excessive Heating Identified
C1103|C11||Excessive Cooling Identified
C1104|C11||Inadequate Cooling Identified
C12|||Protective System Problem Identified
C1201|C12||Fail-safe Problem Identified
C1202|C12||Alarm System Problem Identified
C1203|C12||Problem of Device to Self-Test
C1204|C12||Problem to Auto Stop
C1205|C12|Modified (editorial)|Premature Indicator Activation Identified
C1206|C12|Modified (editorial)|Reset Problem Identified
C1207|C12||Shielding Problem
C1208|C12|Modified (editorial)|Missing or Inadequate Safety Measures Identified
C13|||Operational Problem Identified
C1301|C13||Device Incorrectly Reprocessed
C130101|C1301||Device Incorrectly Cleaned During Reprocessing
C130102|C1301||Device Incorrectly Disinfected/Sterilised During Reprocessing
C130103|C1301||Device Incorrectly Assembled During Reprocessing
C1302|C13||Failure to Calibrate or Used Out of Calibration
C1303|C13||Device Difficult to Operate
C1304|C13||Incorrect Interpretation of Results/Data
C14|||Patient Sample Problem
C1401|C14||New or Unknown Interferent
C1402|C14||Known Interferent
C1403|C14|Modified (technical)|Problem Related to Variant/Mutant
C1404|C14||Pre-analytical Handling Problem
C15|||Environment Problem Identified
C1501|C15||Environmental Temperature Problem Identified
C1502|C15|Modified (technical)|Contamination of Device by Foreign Material from Environment
C1503|C15||Contamination of Environment by Device
C1504|C15||Environmental Pressure Problem Identified
C1505|C15||Ambient Light Problem Identified
C1506|C15||Environmental Humidity Problem Identified
C16|||Manufacturing Process Problem Identified
C1601|C16||Assembly Problem Identified
C1602|C16||Sterilization Problem Identified
C1603|C16||Installation Problem Identified
C1604|C16||Maintenance of Manufacturing Machinery
C1605|C16||Packaging Problem Identified
C160501|C1605||Packaging Compromised
C160502|C1605||Packaging Materials Problem
C160503|C1605||Packaging Contains Unintended Material
C160504|C1605||Packaging Contains Incorrect or Incomplete Device
C17|||Maintenance Problem Identified
C1701|C17||Misadjustment/misalignment identified
C18|||Transport/Storage Problem Identified
C1801|C18||Transport Problem Identified
C1802|C18||Storage Problem Identified
C19|||No Device Problem Found
C20|||No Findings Available
C21|||Results Pending Completion of Investigation
C22||Modified (editorial)|Appropriate Investigation Findings Term/Code Not Available
C23|||Usage Problem Identified
C2301|C23||Insufficient Sample Volume
C2302|C23||Use of Non-Validated Controls Identified
C24|||Malfunction Observed Without Conclusive Finding
`
