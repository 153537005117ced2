import { stems } from './stem.js'

/** Words that mean nearly the same in the field. Every word of a line finds the others. */
const GROUPS = `
not fail lack absent inability failure insufficient
break fracture snap crack rupture
leak seep drip spill ooze splash
tear rip split
detach disconnect separate unplug dislodge
stick jam entrapment trapped seize
hot heat overheat thermal warm
smell odor stink
burn scald
bleed hemorrhage blood
swell edema puffy
rash urticaria hives
itch pruritus
clot thrombosis thrombus
stroke cva apoplexy
faint syncope collapse unconscious
seizure convulsion fit epilepsy
breath dyspnea respiratory
vomit emesis
pain ache hurt sore
dizzy dizziness vertigo
fever temperature pyrexia
infect sepsis septic
pus abscess
bruise contusion hematoma
cut laceration
wound injury
scar
blind vision sight
deaf hearing
heart cardiac myocardial
lung pulmonary
kidney renal
liver hepatic
brain cerebral
skin dermal cutaneous
bone osseous
stomach gastric abdominal belly tummy
bowel intestine gut
vein artery vessel vascular
eye ocular
nerve neural
allergy allergic hypersensitivity anaphylaxis
pregnant pregnancy
miscarriage abortion
wire lead cable cord
screen display monitor
alarm alert beep sounder
button key switch
software program application app
crash hang freeze
hack security cyber unauthorized intrusion
wireless bluetooth wifi wlan radio
pump infusion
drug medication medicine
dose overdose
stop cease halt shutdown
wrong incorrect inaccurate erroneous improper
missing absent lost
dirty contaminated soiled unclean
sterile sterility unsterile sterilization
mold fungus mould
packaging package packet pouch wrapper blister
instructions ifu manual leaflet
label marking sticker
loose loosening wobbly
bend twisted kink deformed
blunt dull
sharp edge
blocked obstruction occlusion clogged blockage
noise noisy sound loud
move motion movement
slip slid
fall drop tip
fire flame
smoke fumes
spark arcing
shock electrocute electric
battery cell accumulator
charge recharge
power electricity mains
rust corrosion corroded
wear worn
fade discolored discoloration
needle sharps needlestick
surgery operation surgical
remove removal explant
replace replacement revision
reading result measurement value
high elevated increased above raised
low decreased reduced below
slow delayed late delay
intermittent sporadic occasionally erratic
sugar glucose glycemia
diarrhea loose
tired fatigue exhaustion
confused confusion disorientation
die death mortality fatal
tumor cancer neoplasm
expired expiration
unknown insufficient unclear
plaster dressing bandage
catheter tube cannula
hospital hospitalization admitted
covid sars coronavirus
mri resonance
ct tomography
defibrillator defib aed
ecg ekg electrocardiograph
inhaled swallowed ingested aspirated
`

function read(): ReadonlyMap<string, ReadonlySet<string>> {
  const map = new Map<string, Set<string>>()
  for (const line of GROUPS.trim().split('\n')) {
    const group = stems(line)
    for (const word of group) {
      const others = map.get(word) ?? new Set()
      for (const other of group) if (other !== word) others.add(other)
      map.set(word, others)
    }
  }
  return map
}

let table: ReadonlyMap<string, ReadonlySet<string>> | undefined

/** Stems that mean nearly the same as a stem. */
export function synonymsOf(word: string): ReadonlySet<string> {
  table ??= read()
  return table.get(word) ?? new Set()
}
