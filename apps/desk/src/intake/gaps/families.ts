import type { Finding } from '@vigie/kernel'
import { checkBasicUdiDi } from '@vigie/udi'
import { gapFindings } from './findings.js'
import type { FamilyFacts } from './load.js'

const make = gapFindings.make
/** Classes whose devices are placed without a notified body as a rule; the exceptions are asked in the case. */
const SELF_DECLARED: ReadonlySet<string> = new Set(['I', 'A', 'class-I', 'other', 'general'])

/** What a device family lacks. */
export function familyGaps(f: FamilyFacts): Finding[] {
  const { name } = f
  const path = `families.${name}`
  const out: Finding[] = []
  if (f.basic_udi_di === null) out.push(make.BASIC({ path }, { name }))
  else if (checkBasicUdiDi(f.basic_udi_di).verdict === 'invalid') {
    out.push(make['BASIC-CHECK']({ path }, { name, value: f.basic_udi_di }))
  }
  if (f.risk_class === null) out.push(make.CLASS({ path }, { name }))
  else if (f.valid_certificates === 0 && !SELF_DECLARED.has(f.risk_class)) {
    out.push(make.CERTIFICATE({ path }, { name, riskClass: f.risk_class }))
  }
  if (f.emdn === null) out.push(make.EMDN({ path }, { name }))
  if (f.devices === 0) out.push(make.DEVICE({ path }, { name }))
  if (f.without_udi > 0) out.push(make['UDI-DI']({ path }, { name, count: f.without_udi }))
  if (f.without_market > 0) out.push(make.MARKETS({ path }, { name, count: f.without_market }))
  return out
}
