import { addDays, type Day, dayInZone } from '@vigie/kernel'
import type { Desk } from '../desk.js'
import { anyone, type Caller, signedIn } from './caller.js'
import { caseFileOf, type Story } from './case-file.js'
import {
  DEMO_PASSWORD,
  type DemoPerson,
  type DemoRoom,
  MAKER,
  REPRESENTATIVE,
  REPRESENTED,
} from './people.js'
import { STORIES, storyOfRepresented } from './stories.js'

export interface DemoPlace {
  readonly app: Desk
  readonly origin: string
  /** The code of the first start. */
  readonly setupCode: string
  /** Milliseconds since 1970-01-01 UTC; all days of the demo count from here. */
  readonly now: number
}

const ZONE = 'Europe/Berlin'
const passwordOf = { password: DEMO_PASSWORD } as const

/** Fills an empty desk with the invented world, through its own API: rooms, people, mandates, devices, signals, cases. */
export async function fillDemo(place: DemoPlace): Promise<void> {
  const today = dayInZone(place.now, ZONE)
  const chief = await firstAdministrator(place)
  const enter = (person: DemoPerson | undefined) =>
    signedIn(place.app, place.origin, person?.email ?? '', DEMO_PASSWORD)
  const [, ...others] = MAKER.people
  for (const person of others) await invite(place, chief, person)
  const representative = await makeRoom(place, chief, REPRESENTATIVE)
  const makers: string[] = []
  for (const name of REPRESENTED)
    makers.push(await makeRoom(place, chief, { name, kind: 'manufacturer', people: [] }))
  const own = String((await chief.call('GET', '/session')).json['tenantId'])
  await mandate(chief, own, representative, { today, writes: false })
  for (const maker of makers) await mandate(chief, maker, representative, { today, writes: true })

  const author = await enter(MAKER.people[2])
  await fillDevices(author)
  await fillSignals(author, today)
  for (const story of STORIES) await fillCase(author, story, today)
  const byRepresentative = await enter(REPRESENTATIVE.people[1])
  for (const [n, name] of REPRESENTED.entries()) {
    if (n % 2 === 0) await fillCase(byRepresentative, storyOfRepresented(name, n), today, makers[n])
  }
}

async function firstAdministrator({ app, origin, setupCode }: DemoPlace): Promise<Caller> {
  const [first] = MAKER.people
  if (first === undefined) throw new Error('the demo has nobody')
  const { name, email, zone } = first
  const organisation = { organisation: MAKER.name, kind: MAKER.kind }
  await anyone(app, origin).call('POST', '/setup', {
    code: setupCode,
    ...organisation,
    name,
    email,
    zone,
    ...passwordOf,
  })
  return signedIn(app, origin, email, DEMO_PASSWORD)
}

async function invite(
  { app, origin }: DemoPlace,
  by: Caller,
  person: DemoPerson,
  tenantId?: string,
): Promise<void> {
  const room = tenantId === undefined ? {} : { tenantId }
  const { json } = await by.call('POST', '/invitations', { ...person, ...room })
  await anyone(app, origin).call('POST', '/join', { secret: json['secret'], ...passwordOf })
}

async function makeRoom(place: DemoPlace, by: Caller, { name, kind, people }: DemoRoom): Promise<string> {
  const id = String((await by.call('POST', '/tenants', { name, kind })).json['id'])
  for (const person of people) await invite(place, by, person, id)
  return id
}

async function mandate(
  by: Caller,
  maker: string,
  representative: string,
  { today, writes }: { readonly today: Day; readonly writes: boolean },
): Promise<void> {
  await by.call('POST', '/mandates', {
    tenantId: maker,
    representativeTenantId: representative,
    role: 'eu-ar',
    jurisdictions: ['EU'],
    reporting: writes ? 'representative-reports' : 'copy-only',
    mayWrite: writes,
    validFrom: addDays(today, -400),
  })
}

async function fillDevices(by: Caller): Promise<void> {
  const maker = { name: MAKER.name, country: 'DE', srn: 'DE-MF-000012345' }
  const { json: organisation } = await by.call('POST', '/organisations', maker)
  await by.call('POST', '/organisations', {
    name: 'Alpstein Medtech AG',
    country: 'CH',
    chrn: 'CHRN-AR-20001234',
  })
  await by.call('POST', '/organisations', { name: 'Severn Device Services Ltd', country: 'GB' })
  const devices = [
    {
      name: 'FlowGuard VP3',
      basicUdiDi: '9521234PUMPVF38B',
      udiDi: '09521234500018',
      catalogueNumber: 'NL-VP3-01',
    },
    { name: 'FlowGuard SP1', basicUdiDi: null, udiDi: '09521234500117', catalogueNumber: 'NL-SP1-01' },
  ]
  for (const { name, basicUdiDi, udiDi, catalogueNumber } of devices) {
    const family = { manufacturerId: organisation['id'], name, basicUdiDi, law: 'mdr', riskClass: 'IIb' }
    const { json } = await by.call('POST', '/device-families', family)
    const device = { familyId: json['id'], name, udiDi, issuingAgency: 'gs1', catalogueNumber }
    await by.call('POST', '/devices', device)
  }
}

/** Signals that nobody has looked at yet. */
async function fillSignals(by: Caller, today: Day): Promise<void> {
  const texts = [
    [
      'Pump stops without alarm',
      'Dear Sirs, in our ward the pump stopped twice last night without an alarm.',
    ],
    ['Question about the drug library', 'We cannot find heparin in the drug library since the update.'],
  ] as const
  for (const [i, [subject, text]] of texts.entries()) {
    await by.call('POST', '/signals', {
      kind: 'complaint',
      receivedAt: `${addDays(today, -i - 1)}T08:40:00Z`,
      receivedZone: ZONE,
      source: 'e-mail of a hospital',
      subject,
      text,
      deviceName: 'FlowGuard VP3',
      country: 'DE',
    })
  }
}

async function fillCase(
  by: Caller,
  story: Story & { readonly end?: 'closed' },
  today: Day,
  tenantId?: string,
): Promise<void> {
  const fields = { title: story.title, file: caseFileOf(story, today) }
  const room = tenantId === undefined ? {} : { tenantId }
  const made = await by.call('POST', '/cases', { ...fields, ...room })
  const path = `/cases/${String(made.json['id'])}`
  const assessed = await by.call('POST', `${path}/assessment`, {}, made.etag)
  if (story.end === undefined) return
  await by.call(
    'PUT',
    path,
    { ...fields, closed: true, reason: 'Nothing was wrong with the device' },
    assessed.etag,
  )
}
