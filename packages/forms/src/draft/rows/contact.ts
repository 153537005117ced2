import type { Organisation } from '@vigie/facts'
import type { DraftContext } from '../context.js'
import { copy, type MappingRow } from '../mapping-row.js'
import { type Submitter, submitterOf } from '../submitter.js'
import { requiredIn, valuesOf } from '../table-facts.js'
import { countryText } from './country.js'

type Part = (o: Organisation) => string | undefined

/** The parts of an organisation, by their place in the case. */
const PARTS = {
  name: o => o.name,
  srn: o => o.srn,
  'contact.firstName': o => o.contact?.firstName,
  'contact.lastName': o => o.contact?.lastName,
  'contact.email': o => o.contact?.email,
  'contact.phone': o => o.contact?.phone,
  country: o => o.country,
  'address.street': o => o.address?.street,
  'address.number': o => o.address?.number,
  'address.complement': o => o.address?.complement,
  'address.poBox': o => o.address?.poBox,
  'address.city': o => o.address?.city,
  'address.postcode': o => o.address?.postcode,
} as const satisfies Record<string, Part>
type PartName = keyof typeof PARTS

/** 1.3.2 to 1.3.4: which element takes which part. */
const BLOCKS = {
  mfrDetails: {
    mfrName: 'name',
    mfrSRN: 'srn',
    mfrContactPersonFirstName: 'contact.firstName',
    mfrContactPersonSecondName: 'contact.lastName',
    mfrAddress: 'address.complement',
    mfrOrgStreet: 'address.street',
    mfrOrgStreetNum: 'address.number',
    mfrCity: 'address.city',
    mfrCountry: 'country',
    mfrOrgPOBox: 'address.poBox',
    mfrPostcode: 'address.postcode',
    mfrPhone: 'contact.phone',
    mfrEmailAddress: 'contact.email',
  },
  arDetails: {
    ARName: 'name',
    ARSRN: 'srn',
    ARContactPersonFirstName: 'contact.firstName',
    ARContactPersonSecondName: 'contact.lastName',
    ARAddress: 'address.complement',
    ARStreet: 'address.street',
    ARStreetNum: 'address.number',
    ARCity: 'address.city',
    ARCountry: 'country',
    ARPOBox: 'address.poBox',
    ARPostCode: 'address.postcode',
    ARPhone: 'contact.phone',
    AREmailAddress: 'contact.email',
  },
  reporterDetails: {
    reporterOrgName: 'name',
    reporterContactPersonFirstName: 'contact.firstName',
    reporterContactPersonSecondName: 'contact.lastName',
    reporterOrgAddress: 'address.complement',
    reporterOrgStreet: 'address.street',
    reporterOrgStreetNum: 'address.number',
    reporterOrgCity: 'address.city',
    reporterOrgCountry: 'country',
    reporterOrgPOBox: 'address.poBox',
    reporterOrgPostcode: 'address.postcode',
    reporterOrgPhone: 'contact.phone',
    reporterOrgEmailAddress: 'contact.email',
  },
} as const satisfies Record<string, Record<string, PartName>>
type Block = keyof typeof BLOCKS

const BRANCHES = ['reporterMfr', 'reporterAR', 'reporterOther'] as const

const branchRows: readonly MappingRow[] = BRANCHES.flatMap(branch => {
  const base = `contact_info/${branch}`
  const inBranch = (x: DraftContext): Submitter | undefined => {
    const submitter = submitterOf(x)
    return submitter.branch === branch ? submitter : undefined
  }
  const blocks = (Object.keys(BLOCKS) as Block[]).flatMap(block =>
    Object.entries(BLOCKS[block]).map(([element, part]): MappingRow => {
      const to = `admin_info/${base}/${block}/${element}`
      return {
        to,
        from: x => `${sourceOf(block, submitterOf(x))}.${part}`,
        get: x => {
          const submitter = inBranch(x)
          const organisation = submitter && organisationOf(block, submitter, x)
          const text = organisation && PARTS[part](organisation)
          return part === 'country' ? countryText(x, to, text) : text
        },
      }
    }),
  )
  const status = `admin_info/${base}/statusReporter`
  return [
    {
      to: status,
      from: x => submitterOf(x).because,
      get: x => inBranch(x) && valuesOf(x.table, status)?.[0],
    },
    ...blocks,
  ]
})

/** Section 1.3: the branch of the submitter, and in it who makes, represents and submits. */
export const contactRows: readonly MappingRow[] = [
  ...branchRows,
  copy('admin_info/contact_info/reporterOther/reporterOtherText', otherTextPlace, x => {
    const submitter = submitterOf(x)
    return submitter.branch === 'reporterOther' ? submitter.text : undefined
  }),
]

function otherTextPlace(x: DraftContext): string {
  const { text, because } = submitterOf(x)
  const prescribed = text !== undefined && text === x.target.submitter.asSubmitter.otherText
  return prescribed ? because : 'report.submitter.text'
}

function sourceOf(block: Block, submitter: Submitter): string {
  if (block === 'mfrDetails') return 'manufacturer'
  return block === 'arDetails' ? 'authorisedRepresentative' : submitter.from
}

function organisationOf(block: Block, submitter: Submitter, x: DraftContext): Organisation | undefined {
  if (block === 'mfrDetails') return x.file.manufacturer
  if (block === 'arDetails') return x.file.authorisedRepresentative
  // Only the 7.2.1 schemas want the submitter again where it is the manufacturer or its representative.
  return submitter.branch === 'reporterOther' ||
    requiredIn(x, `admin_info/contact_info/${submitter.branch}/${block}`)
    ? submitter.organisation
    : undefined
}
