/** IMDRF annex G: code | parents | status | term. Written by tools/new-release.mjs. */
export const rows: string = `
G01||Not selectable|Biological and Chemical
G01001|G01||Absorber
G01002|G01||Cautery Tip
G01003|G01||Device Ingredient or Reagent
G01004|G01||Gas Scavenging
G01005|G01||Monomer Liquid
G01006|G01||Test Strip
G01007|G01||Polymer Powder
G02||Not selectable|Electrical and Magnetic
G02001|G02||Antenna
G02002|G02||Battery
G02003|G02||Battery Charger
G02004|G02||Cable, Electrical
G0200401|G02004||Cable Grip/Tie
G0200402|G02004||Cable Sleeve
G02005|G02||Circuit Board
G02006|G02||Circuit Breaker
G02007|G02||Computer Hardware
G0200701|G02007||Computer Processor
G0200702|G02007||Memory/Storage
G0200703|G02007||Network Interface
G02008|G02||Computer Software
G0200801|G02008||Driver
G0200802|G02008||Software Interface
G0200803|G02008||User Interface
G0200804|G02008||Firmware
G02009|G02||Cooling Module
G02010|G02||Device Programmer
G02011|G02||Device Reader
G02012|G02||Discrete Electrical Component
G0201201|G02012||Capacitor
G0201202|G02012||Fuse
G0201203|G02012||Inductor
G0201204|G02012||Resistor
G0201205|G02012||Solenoid
G0201206|G02012||Transducer
G0201207|G02012||Semiconductor
G0201208|G02012|New|Feedthrough Capacitor
G02013|G02||IC (Integrated Circuit) Chip
G02014|G02||Display
G0201401|G02014||Indicator
G0201402|G02014||Screen
G02015|G02||Electrical Lead/Wire
G0201501|G02015||Electrode
G0201502|G02015||Ground Strap/Wire
G0201503|G02015||Wiring Harness
G02016|G02||Electrical Mixer
G02017|G02||Electrical Port
G02018|G02||Emitter
G02019|G02||Headphone/Headset
G02020|G02||Heater
G02021|G02||Hub
G02022|G02||Inverter
G02023|G02||Magnet
G02024|G02||Oscillator
G02025|G02||Patient Lead
G0202501|G02025||Lead Conductor
G0202502|G02025||Patient Electrode
G02026|G02||Power Cord
G02027|G02||Power Supply
G02028|G02||Pressure Transducer Probe
G02029|G02||Printer
G02030|G02||Receiver
G02031|G02||Receiver Stimulator Unit
G02032|G02||Scanner
G02033|G02||Speaker/Sounder
G02034|G02||Switch/Relay
G0203401|G02034||Power Switch
G0203402|G02034||Relay
G02035|G02||Telemetry
G02036|G02||Temperature Compensator
G02037|G02||Thermostat
G02038|G02||Transformer
G02039|G02||Transmitter
G02040|G02||User Input Device
G0204001|G02040||Joystick
G0204002|G02040||Keyboard/Keypad
G0204003|G02040||Microphone
G0204004|G02040||Touchscreen
G02041|G02|New|Solder Joint
G03||Not selectable|Measurement
G03001|G03||Analyzer
G0300101|G03001||Oxygen Analyzer
G03002|G03||Aperture
G03003|G03||Calibrator
G03004|G03||Clock
G03005|G03||Counter
G03006|G03||Cuvette
G03007|G03||Gauges/Meters
G0300701|G03007||Flowmeter
G0300702|G03007||Manometer
G0300703|G03007||Thermometer
G03008|G03||Marker
G03009|G03||Pipette
G03010|G03||Pointer
G03011|G03||Scale
G03012|G03||Sensor
G0301201|G03012||Bubble Sensor
G0301202|G03012||O2 Sensor
G0301203|G03012||Photodetector
G0301204|G03012||Pressure Sensor
G0301205|G03012||Sensor Probe
G0301206|G03012||Temperature Sensor
G03013|G03||Timer
G03014|G03||Control Material
G03015|G03||Swab
G03016|G03||Tray
G04||Not selectable|Mechanical
G04001|G04||Access Port
G04002|G04||Actuator
G04003|G04||Adapter (Adaptor)
G04004|G04||Air Eliminator
G04005|G04||Anchor
G0400501|G04005||Fixation Tines
G04006|G04||Applicator
G04007|G04||Automatic Injection System
G04008|G04||Bag
G04009|G04||Ball
G04010|G04||Balloon
G04011|G04||Bearings
G04012|G04||Bellows
G04013|G04||Belt
G04014|G04||Bottle
G04015|G04||Breathing Circuit
G04016|G04||Brush
G04017|G04||Bushing
G04018|G04||Cable, Mechanical/Structural
G04019|G04||Cannula
G0401901|G04019||Cannula Hub
G04020|G04||Cap
G04021|G04||Carrier
G04022|G04||Caster
G04023|G04||Catheter
G0402301|G04023||Catheter Hub
G04024|G04||Cell
G04025|G04||Chain
G04026|G04||Chamber
G04027|G04||Chassis/Frame
G04028|G04||Clutch
G04029|G04||Coating Material
G04030|G04||Coil
G0403001|G04030||Fixation Helix
G04031|G04||Collimator
G04032|G04||Concentrator
G04033|G04||Cone
G04034|G04||Connector/Coupler
G0403401|G04034||Connector Pin
G04035|G04||Controller
G04036|G04||Compressor
G04037|G04||Cover
G04038|G04||Cuff
G04039|G04||Cup
G04040|G04||Cusp/Leaflet
G04041|G04||Cutter/Blade
G04042|G04||Cylinder
G04043|G04||Device Collapser
G04044|G04||Device Deployer
G04045|G04||Diaphragm
G04046|G04||Dome
G04047|G04||Ejector
G04048|G04||Equipment Pole
G04049|G04||Extender
G04050|G04||Fabric
G04051|G04||Fan/Blower
G04052|G04||Fastener
G0405201|G04052||Adhesive
G0405202|G04052||Bolt
G0405203|G04052||Clamp
G0405204|G04052||Clip
G0405205|G04052||Fixation Wire
G0405206|G04052||Latch
G0405207|G04052||Nail
G0405208|G04052||Nut
G0405209|G04052||Pin
G0405210|G04052||Prong
G0405211|G04052||Retainer
G0405212|G04052||Rivet
G0405213|G04052||Screw
G0405214|G04052||Staple
G0405215|G04052||Suture Thread
G0405216|G04052||Tape for Fixation
G04053|G04||Fiber
G04054|G04||Filter
G04055|G04||Flange
G04056|G04||Foil
G04057|G04||Gas Exchanger
G04058|G04||Gasket
G04059|G04||Gears
G04060|G04||Generator
G04061|G04||Guide
G04062|G04||Guidewire
G04063|G04||Handpiece
G04064|G04||Header
G04065|G04||Sewing Ring
G04066|G04||Heat Exchanger
G04067|G04||Hinge
G04068|G04||Holder
G04069|G04||Hose
G04070|G04||Housing
G04071|G04||Humidifier
G04072|G04||Hydraulic System
G04073|G04||Impeller
G04074|G04||Inserter
G04075|G04||Insulation
G04076|G04||Isolator
G04077|G04||Jaw
G04078|G04||Joint
G04079|G04||Knob
G04080|G04||Label
G04081|G04|Retired|Leaflet
G04082|G04||Lever
G0408201|G04082||Foot Pedal
G04083|G04||Liner
G04084|G04||Magazine/Cassette
G04085|G04||Manifold
G04086|G04||Mask
G04087|G04||Mechanical Mixer
G04088|G04||Membrane
G04089|G04||Mesh
G04090|G04||Motor(s)
G04091|G04||Mount
G04092|G04||Needle
G04093|G04||Nozzle
G04094|G04||Packaging
G04095|G04||Pad
G04096|G04||Panel
G04097|G04||Plate
G04098|G04||Plug
G04099|G04||Plunger
G04100|G04||Post
G04101|G04||Potting
G04102|G04||Probe
G04103|G04||Processor
G04104|G04||Pulley
G04105|G04||Pump
G04106|G04||Pusher
G04107|G04||Rachet
G04108|G04||Rail
G0410801|G04108||Side Rail
G04109|G04||Regulator
G04110|G04||Reservoir
G04111|G04||Ring
G04112|G04||Rod/Shaft
G04113|G04||Seal
G04114|G04||Shock Absorber
G04115|G04||Sleeve
G04116|G04||Slide
G04117|G04||Socket
G04118|G04||Spacer
G04119|G04||Spring
G04120|G04||Stand
G04121|G04||Steering Wire
G04122|G04||Stent
G04123|G04||Stopcock
G04124|G04||Stopper
G04125|G04||Strain Relief
G04126|G04||Stylet
G04127|G04||Syringe
G04128|G04||Table
G04129|G04||Tip
G04130|G04||Tool
G04131|G04||Translational Motion Component
G04132|G04||Trap
G04133|G04||Trocar
G04134|G04||Tube
G0413401|G04134||Capillary Tube
G04135|G04||Valve(s)
G0413501|G04135||Control Valve
G0413502|G04135||Luer Valve
G0413503|G04135||One-Way Valve
G04136|G04||Vaporiser
G04137|G04||Vibrator
G04138|G04||Washer
G04139|G04||Weld
G04140|G04||Wheel
G04141|G04||Window
G04142|G04||Shutter
G05||Not selectable|Optical
G05001|G05||Camera
G05002|G05||Film
G05003|G05||Imager
G05004|G05||Laser
G05005|G05||LED (Light Emitting Diode)
G05006|G05||Lenses
G05007|G05||Light Source
G0500701|G05007||Bulb
G05008|G05||Mirror
G05009|G05||Optical Fiber
G06||Not selectable|Safety
G06001|G06||Alarm
G0600101|G06001||Alarm, Audible
G0600102|G06001||Alarm, Visual
G06002|G06||Emergency Button Or Switch
G06003|G06||Fail-Safe System
G06004|G06||Locking Mechanism
G06005|G06||Protector/Shield
G06006|G06||Safety Interlock
G0600601|G06006||Needle Stick Prevention Mechanism
G06007|G06||Safety Valve
G07||Not selectable, Modified (editorial)|Other Terms/Codes Related to Components
G07001|G07||Part/Component/Sub-assembly Term not Applicable
G07002|G07|Modified (editorial)|Appropriate Component Term/Code Not Available
G07003|G07|Modified (editorial)|Insufficient Component Information
`
