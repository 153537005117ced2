/** IMDRF annex A: code | parents | status | term. Written by tools/new-release.mjs. */
export const rows: string = `
A01|||Patient Device Interaction Problem
A0101|A01||Patient-Device Incompatibility
A010101|A0101||Biocompatibility
A010102|A0101||Device Appears to Trigger Rejection
A010103|A0101||Inadequacy of Device Shape and/or Size
A0102|A01||Osseointegration Problem
A010201|A0102||Failure to Osseointegrate
A010202|A0102||Loss of Osseointegration
A0103|A01||Loosening of Implant Not Related to Bone-Ingrowth
A0104|A01||Migration or Expulsion of Device
A010401|A0104||Expulsion
A010402|A0104||Migration
A0105|A01||Lack of Effect
A0106|A01||Device Stenosis
A0107|A01||Implant subsidence
A02||Modified (technical)|Manufacturing, Packaging or Shipping Problem
A0201|A02||Product Quality Problem
A020101|A0201||Dull, Blunt
A020102|A0201||Nonstandard Device
A0202|A02|Retired|Defective Component
A0203|A02|Retired|Defective Device
A0204|A02|Retired|Device Damaged Prior to Use
A0205|A02||Packaging Problem
A020501|A0205||Difficult to Open or Remove Packaging Material
A020502|A0205||Incomplete or Missing Packaging
A020503|A0205||Unsealed Device Packaging
A020504|A0205||Tear, Rip or Hole in Device Packaging
A020505|A0205||Device packaging look-alike
A0206|A02||Device Misassembled During Manufacturing /Shipping
A020601|A0206||Component Misassembled
A020602|A0206||Component Missing
A020603|A0206||Extra Components
A0207|A02|Modified (technical)|Device Damaged Prior to Receipt by User
A020701|A0207||Delivered as Unsterile Product
A03|||Chemical Problem
A0301|A03||Device Emits Odor
A0302|A03||Device Ingredient or Reagent Problem
A030201|A0302||Clumping in Device or Device Ingredient
A030202|A0302||Coagulation in Device or Device Ingredient
A030203|A0302||Precipitate in Device or Device Ingredient
A030204|A0302||Cross Reactivity
A030205|A0302||Particulates
A030206|A0302||High pH
A030207|A0302||Low pH
A030208|A0302||Unexpected Color
A0303|A03||Improper Chemical Reaction
A04|||Material Integrity Problem
A0401|A04||Break
A040101|A0401||Fracture
A040102|A0401||Loss of or Failure to Bond
A040103|A0401||Material Fragmentation
A040104|A0401||Solder Joint Fracture
A0402|A04||Burst Container or Vessel
A0403|A04||Explosion
A0404|A04||Crack
A0405|A04||Degraded
A040501|A0405||Calcified
A040502|A0405||Corroded
A040503|A0405||Material Erosion
A040504|A0405||Pitted
A040505|A0405||Flaked
A040506|A0405||Peeled/Delaminated
A040507|A0405||Naturally Worn
A040508|A0405||Unraveled Material
A0406|A04||Material Deformation
A040601|A0406||Deformation Due to Compressive Stress
A040602|A0406||Dent in Material
A040603|A0406||Failure to Fold
A040604|A0406||Failure to Unfold or Unwrap
A040605|A0406||Material Frayed
A040606|A0406||Material Invagination
A040607|A0406|Modified (technical)|Material Too Rigid or Stiff
A040608|A0406||Material Too Soft/Flexible
A040609|A0406||Material Twisted/Bent
A040610|A0406||Melted
A040611|A0406||Stretched
A040612|A0406||Thickening of Material
A0407|A04||Material Discolored
A0408|A04||Material Disintegration
A0409|A04||Material Opacification
A0410|A04||Material Perforation
A041001|A0410||Material Puncture/Hole
A0411|A04||Material Protrusion/Extrusion
A0412|A04||Material Rupture
A0413|A04||Material Separation
A0414|A04||Material Split, Cut or Torn
A0415|A04||Scratched Material
A0416|A04|New|Failure to Degrade
A05|||Mechanical Problem
A0501|A05||Detachment of Device or Device Component
A0502|A05||Device Damaged by Another Device
A0503|A05||Ejection Problem
A050301|A0503||Failure to Eject
A050302|A0503||Unintended Ejection
A0504|A05|Modified (technical)|Leak/Splash
A050401|A0504||Fluid/Blood Leak
A050402|A0504||Gas/Air Leak
A050403|A0504||Gel Leak
A050404|A0504||Radiation Leak
A050405|A0504||Perivalvular Leak
A050406|A0504||Intravalvular regurgitation
A050407|A0504||Powder Leak
A050408|A0504|Modified (technical)|Device Endoleak
A050409|A0504||Unspecified Valve Regurgitation
A0505|A05||Firing Problem
A050501|A0505||Failure to Fire
A050502|A0505||Misfire
A0506|A05||Mechanical Jam
A0507|A05||Mechanics Altered
A050701|A0507||Failure to Align
A050702|A0507||Failure to Cut
A050703|A0507||Failure to Cycle
A050704|A0507||Failure to Form Staple
A050705|A0507||Failure to Seal
A0508|A05||Noise, Audible
A0509|A05||Physical Resistance/Sticking
A050901|A0509||Adhesive Too Strong
A0510|A05||Retraction Problem
A0511|A05||Structural Problem
A051101|A0511||Collapse
A051102|A0511||Sharp Edges
A051103|A0511||Difficult to Fold, Unfold or Collapse
A051104|A0511||Difficult to Open or Close
A051105|A0511||Incomplete Coaptation
A0512|A05||Unintended Movement
A051201|A0512||Device Dislodged or Dislocated
A051202|A0512||Device Tipped Over
A051203|A0512||Device Fell
A051204|A0512||Device Slipped
A051205|A0512||Unintended Collision
A051206|A0512||Unintended System Motion
A051207|A0512||Unstable
A051208|A0512||Vibration
A0513|A05||Inadequate Lubrication
A0514|A05||Damaged Thread
A06|||Optical Problem
A0601|A06||Misfocusing
A0602|A06||Optical Decentration
A0603|A06||Optical Discoloration
A0604|A06||Optical Distortion
A0605|A06||Optical Obstruction
A07|||Electrical /Electronic Property Problem
A0701|A07||Capturing Problem
A070101|A0701||Failure to Capture
A070102|A0701||High Capture Threshold
A070103|A0701||Intermittent Capture
A070104|A0701||Unstable Capture Threshold
A0702|A07||Continuous Firing
A0703|A07||Arcing
A070301|A0703||Arcing at Paddles
A070302|A0703||Arcing of Electrodes
A0704|A07||Sparking
A0705|A07||Battery Problem
A070501|A0705||Battery Problem: High Impedance
A070502|A0705||Battery Problem: Low Impedance
A070503|A0705||Failure to Run on Battery
A070504|A0705||Premature Discharge of Battery
A0706|A07||Charging Problem
A070601|A0706||Aborted Charge
A070602|A0706||Delayed Charge Time
A070603|A0706||Failure to Charge
A0707|A07||Failure to Discharge
A0708|A07||Power Problem
A070801|A0708||Complete Loss of Power
A070802|A0708||Intermittent Loss of Power
A070803|A0708||Failure to Power Up
A070804|A0708||Unintended Power Up
A0709|A07||Device Sensing Problem
A070901|A0709||Decreased Sensitivity
A070902|A0709||Increased Sensitivity
A070903|A0709||Failure to Analyze Signal
A070904|A0709||Failure to Select Signal
A070905|A0709||High Sensing Threshold
A070906|A0709||Low Sensing Threshold
A070907|A0709||Loss of Threshold
A070908|A0709||Failure to Sense
A070909|A0709||Over-Sensing
A070910|A0709||Under-Sensing
A070911|A0709||Sensing Intermittently
A070912|A0709||Incorrect Interpretation of Signal
A0710|A07||Failure to Conduct
A0711|A07||Interrogation Problem
A071101|A0711||Difficult to Interrogate
A071102|A0711||Failure to Interrogate
A0712|A07||Pacing Problem
A071201|A0712||Failure to Convert Rhythm
A071202|A0712||Inaccurate Synchronization
A071203|A0712||Inappropriate Waveform
A071204|A0712||No Pacing
A071205|A0712|Retired|Pacemaker Found in Back-Up Mode
A071206|A0712||Pacing Asynchronously
A071207|A0712||Pacing Inadequately
A071208|A0712||Pacing Intermittently
A071209|A0712|Modified (technical)|Extracardiac stimulation
A0713|A07||Defibrillation/Stimulation Problem
A071301|A0713||Failure to Deliver Shock/Stimulation
A071302|A0713||Inappropriate/Inadequate Shock/Stimulation
A071303|A0713||Intermittent Shock/Stimulation
A0714|A07||Unintended Electrical Shock
A0715|A07||Grounding Malfunction
A0716|A07||Electrical Overstress
A0717|A07|Modified (editorial)|Electrostatic Discharge
A0718|A07||Failure to Shut Off
A071801|A0718||Device Remains Activated
A0719|A07||Unexpected Shutdown
A0720|A07||Electromagnetic Compatibility Problem
A072001|A0720||Electromagnetic Interference
A072002|A0720||Radiofrequency Interference (RFI)
A0721|A07||Circuit Failure
A072101|A0721||Capacitative Coupling
A072102|A0721||Electrical Shorting
A072103|A0721||Intermittent Continuity
A0722|A07||Impedance Problem
A072201|A0722||High impedance
A072202|A0722||Low impedance
A072203|A0722|New|Unstable Impedance
A0723|A07|Modified (technical)|Unexpected Mode Switch
A08|||Calibration Problem
A0801|A08||Failure to Calibrate
A0802|A08||Failure to Recalibrate
A0803|A08||Imprecision
A0804|A08||Overcorrection
A0805|A08||Undercorrection
A09|||Output Problem
A0901|A09||Audible Prompt/Feedback Problem
A090101|A0901||Inappropriate Audible Prompt/Feedback
A090102|A0901||Inaudible or Unclear Audible Prompt/Feedback
A090103|A0901||No Audible Prompt/Feedback
A0902|A09||Display or Visual Feedback Problem
A090201|A0902||Device Displays Incorrect Message
A090202|A0902||Display Difficult to Read
A090203|A0902||Erratic or Intermittent Display
A090204|A0902||Image Display Error/Artifact
A090205|A0902||Image Orientation Incorrect
A090206|A0902||No Display/Image
A090207|A0902||No Visual Prompts/Feedback
A090208|A0902||Poor Quality Image
A090209|A0902||Visual Prompts will not Clear
A0903|A09||Tactile Prompts/Feedback
A090301|A0903||Inappropriate Tactile Prompt/Feedback
A090302|A0903||No Tactile Prompts/Feedback
A0904|A09||Energy Output Problem
A090401|A0904||Energy Spectrum Incorrect
A090402|A0904||Failure to Deliver Energy
A090403|A0904||Intermittent Energy Output
A090404|A0904||Output above Specifications
A090405|A0904||Output below Specifications
A090406|A0904||Therapeutic or Diagnostic Output Failure
A090407|A0904||Therapy Delivered to Incorrect Body Area
A0905|A09||Radiation Output Problem
A090501|A0905||Radiation Output Failure
A090502|A0905||Radiation Overexposure
A090503|A0905||Radiation Underexposure
A090504|A0905||Unexpected/Unintended Radiation Output
A0906|A09||Gas Output Problem
A0907|A09||No Device Output
A0908|A09||Incorrect, Inadequate or Imprecise Result or Readings
A090801|A0908||Signal Artifact/Noise
A090802|A0908||Failure to Obtain Sample
A090803|A0908||False Negative Result
A090804|A0908||False Positive Result
A090805|A0908||Incorrect Measurement
A090806|A0908||Non Reproducible Results
A090807|A0908||High Readings
A090808|A0908||Low Readings
A090809|A0908||High Test Results
A090810|A0908||Low Test Results
A090811|A0908||Unable to Obtain Readings
A090812|A0908||Missing Test Results
A090813|A0908|Modified (technical)|Imprecise or Erratic Results
A090814|A0908||Poor Visibility
A0909|A09||Unexpected Therapeutic Results
A10|||Temperature Problem
A1001|A10||Excessive Cooling
A1002|A10||Excessive Heating
A1003|A10||Insufficient Cooling
A1004|A10||Insufficient Heating
A1005|A10||Overheating of Device
A1006|A10||Thermal Decomposition of Device
A1007|A10||Fire
A1008|A10||Flare or Flash
A1009|A10||Smoking
A11|||Computer Software Problem
A1101|A11||Application Network Problem
A1102|A11||Application Program Problem
A110201|A1102|Modified (technical)|Application Program Freezes or Fails to Launch
A110202|A1102||Application Program Problem: Dose Calculation Error
A110203|A1102||Application Program Problem: Medication Error
A110204|A1102||Application Program Problem: Parameter Calculation Error
A110205|A1102||Application Program Problem: Power Calculation Error
A110206|A1102||Application Program Version or Upgrade Problem
A110207|A1102||Problem with Software Installation
A110208|A1102||Unintended Application Program Shut Down
A1103|A11||Program or Algorithm Execution Problem
A110301|A1103||Delayed Program or Algorithm Execution
A110302|A1103||Intermittent Program or Algorithm Execution
A110303|A1103||Program or Algorithm Execution Failure
A1104|A11||Computer Operating System Problem
A110401|A1104||Operating System Becomes Nonfunctional
A110402|A1104||Operating System Version or Upgrade Problem
A1105|A11||Computer System Security Problem
A110501|A1105||Application Security Problem
A110502|A1105||Unauthorized Access to Computer System
A1106|A11||Data Back-Up Problem
A110601|A1106||Failure to Back-Up
A110602|A1106||Failure to Convert to Back-Up
A1107|A11||Data Problem
A110701|A1107||Loss of Data
A110702|A1107||Patient Data Problem
A1108|A11||Date/Time-Related Software Problem
A12|||Connection Problem
A1201|A12||Blocked Connection
A1202|A12||Decoupling
A1203|A12||Disconnection
A1204|A12||Failure to Disconnect
A1205|A12||Loose or Intermittent Connection
A1206|A12||Misconnection
A1207|A12||Incomplete or Inadequate Connection
A1208|A12||Fitting Problem
A13|||Communication or Transmission Problem
A1301|A13||Failure to Read Input Signal
A1302|A13||Failure to Transmit Record
A1303|A13||Intermittent Communication Failure
A1304|A13||Telemetry Discrepancy
A1305|A13||Wireless Communication Problem
A14|||Infusion or Flow Problem
A1401|A14||Deflation Problem
A140101|A1401||Failure to Deflate
A140102|A1401||Unintended Deflation
A1402|A14||Excess Flow or Over-Infusion
A1403|A14||Filling Problem
A140301|A1403||Inability to Auto-Fill
A140302|A1403||Overfill
A140303|A1403||Short Fill
A140304|A1403||Volume Accuracy Problem
A1404|A14||Filtration Problem
A140401|A1404||Inadequate Filtration Process
A140402|A1404||Inadequate Ultra Filtration
A1405|A14||Improper Flow or Infusion
A140501|A1405||Backflow
A140502|A1405||Free or Unrestricted Flow
A140503|A1405||Gradient Increase
A140504|A1405||Inaccurate Delivery
A140505|A1405||Inaccurate Flow Rate
A140506|A1405||Intermittent Infusion
A140507|A1405||Reflux within Device
A140508|A1405||Restricted Flow rate
A140509|A1405||Tidal Volume Fluctuations
A1406|A14||Inflation Problem
A1407|A14||Insufficient Flow or Under Infusion
A1408|A14||No Flow
A140801|A1408||Failure to Deliver
A140802|A1408||Failure to Infuse
A140803|A1408||Inability to Irrigate
A1409|A14||Obstruction of Flow
A140901|A1409||Complete Blockage
A140902|A1409||Partial Blockage
A1410|A14||Difficult to Flush
A1411|A14||Pressure Problem
A141101|A1411||Decrease in Pressure
A141102|A1411||Increase in Pressure
A141103|A1411||No Pressure
A1412|A14||Pumping Problem
A141201|A1412||Decreased Pump Speed
A141202|A1412||Increased Pump Speed
A141203|A1412||Failure to Pump
A141204|A1412||Pumping Stopped
A1413|A14||Suction Problem
A141301|A1413||Decrease in Suction
A141302|A1413||Increase in Suction
A141303|A1413||Suction Failure
A1414|A14||Priming Problem
A141401|A1414||Failure to Prime
A141402|A1414||Incomplete or Inadequate Priming
A1415|A14||Air/Gas in Device
A15||Modified (technical)|Activation, Positioning or Separation Problem
A1501|A15||Activation Problem
A150101|A1501||Activation Failure
A150102|A1501||Difficult or Delayed Activation
A150103|A1501||Premature Activation
A150104|A1501|Modified (technical)|Self-Activation or Keying
A150105|A1501||Key or Button Unresponsive/not Working
A150106|A1501|New|Unexpected Deactivation
A1502|A15||Positioning Problem
A150201|A1502||Positioning Failure
A150202|A1502||Malposition of Device
A150203|A1502||Difficult or Delayed Positioning
A150204|A1502||Failure to Advance
A150205|A1502||Difficult to Advance
A150206|A1502||Difficult to Insert
A150207|A1502||Difficult to Remove
A150208|A1502||Entrapment of Device
A1503|A15||Separation Problem
A150301|A1503||Separation Failure
A150302|A1503||Difficult or Delayed Separation
A150303|A1503||Premature Separation
A16|||Protective Measures Problem
A1601|A16||Device Alarm System
A160101|A1601||Alarm Not Visible
A160102|A1601||No Audible Alarm
A160103|A1601||Low Audible Alarm
A160104|A1601||Delayed Alarm
A160105|A1601||False Alarm
A160106|A1601||Defective Alarm
A1602|A16||Fail-Safe Problem
A160201|A1602||Fail-Safe Did Not Operate
A160202|A1602||No Fail-Safe Mechanism
A1603|A16||Failure of Device to Self-Test
A1604|A16||Failure to Auto Stop
A1605|A16||Reset Problem
A160501|A1605||Failure to Reset
A160502|A1605||Failure to Zero
A160503|A1605||Inappropriate or Unexpected Reset
A1606|A16||Premature Indicator Activation
A160601|A1606||Premature Elective Replacement Indicator
A160602|A1606||Premature End-of-Life Indicator
A1607|A16||Shielding Failure
A17|||Compatibility Problem
A1701|A17||Component or Accessory Incompatibility
A170101|A1701||Accessory Incompatible
A170102|A1701||Component Incompatible
A1702|A17||Device-Device Incompatibility
A1703|A17||Measurement System Incompatibility
A1704|A17||Unintended Compatibility
A18|||Contamination /Decontamination Problem
A1801|A18||Contamination
A180101|A1801||Biofilm coating in Device
A180102|A1801||Contamination of Device Ingredient or Reagent
A180103|A1801||Device Contamination with Body Fluid
A180104|A1801||Device Contamination with Chemical or Other Material
A180105|A1801||Microbial Contamination of Device
A1802|A18||Device Contaminated During Manufacture or Shipping
A1803|A18||Device Reprocessing Problem
A180301|A1803||Failure to Clean Adequately
A180302|A1803||Failure to Disinfect
A180303|A1803||Flushing Problem
A180304|A1803||Problem with Removal of Enzymatic Cleaner
A180305|A1803||Problem with Sterilization
A180306|A1803||Residue After Decontamination
A1804|A18||Device Contaminated at the User Facility
A19|||Environmental Compatibility Problem
A1901|A19||Ambient Noise Problem
A1902|A19||Ambient Temperature Problem
A1903|A19||Fumes or Vapors
A1904|A19||Fungus in Device Environment
A1905|A19||Moisture or Humidity Problem
A190501|A1905||Moisture Damage
A1906|A19||Ventilation Problem in Device Environment
A190601|A1906||Fogging
A1907|A19||Device Unsafe to Use in Environment
A1908|A19||Environmental Particulates
A1909|A19||Medical Gas Supply Problem
A1910|A19||Electrical Power Problem
A191001|A1910||Emergency Power Failure
A191002|A1910||Loss of Power
A191003|A1910||Power Conditioning Problem
A20|||Installation-Related Problem
A2001|A20||Misassembled During Installation
A21|||Labelling, Instructions for Use or Training Problem
A2101|A21||Device Markings/Labelling Problem
A210101|A2101||Expiration Date Error
A210102|A2101||Illegible Information
A210103|A2101||Inaccurate Information
A210104|A2101||Unclear Information
A210105|A2101||Missing Information
A210106|A2101||Wrong Label
A210107|A2101||Device label look-alike
A2102|A21||Lack of Maintenance Documentation or Guidelines
A2103|A21||Inadequate Instructions for Healthcare Professional
A2104|A21||Inadequate Instructions for Non-Healthcare Professional
A2105|A21||Inadequate or Insufficient Training
A22||Modified (technical)|Human-Device Interface Problem
A2201|A22|Modified (technical)|Device Difficult to Setup or Prepare
A2202|A22||Device Difficult to Program or Calibrate
A2203|A22||Device Difficult to Maintain
A2204|A22||Inadequate User Interface
A2205|A22||Device Provides Uninformative Message
A2206|A22||Device Provides Unintelligible Message
A23|||Use of Device Problem
A2301|A23||Device Handling Problem
A2302|A23||Use of Incorrect Control/Treatment Settings
A2303|A23||Improper or Incorrect Procedure or Method
A2304|A23||Off-Label Use
A2305|A23||Misassembled
A230501|A2305||Misassembly by Users
A230502|A2305||Misassembly During Maintenance/Repair
A24|||Adverse Event Without Identified Device or Use Problem
A25|||No Apparent Adverse Event
A2501|A25||Prophylactic removal due to corrective action
A26||Modified (editorial)|Insufficient Device Problem Information
A27||Modified (editorial)|Appropriate Device Problem Term/Code Not Available
`
