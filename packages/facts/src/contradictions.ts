import { COUNTRY_SETS } from '@vigie/codes'
import type { Day, Finding } from '@vigie/kernel'
import type { CaseFile } from './case.js'
import { valueOf } from './fact.js'
import { caseFindings } from './findings.js'
import { RISK_CLASSES } from './vocabulary.js'

/**
 * What cannot be true together in a case, and what lies in the future of `today`.
 * A contradiction never stops the assessment: the stricter reading is used and said so.
 */
export function contradictions(file: CaseFile, today: Day): Finding[] {
  return [
    ...futureDates(file, today),
    ...dateOrder(file),
    ...deviceClasses(file),
    ...eventFacts(file),
    ...zones(file),
    ...places(file),
    ...judgement(file),
    ...doubles(file),
  ]
}

function futureDates(file: CaseFile, today: Day): Finding[] {
  const dated: [string, string, Day | undefined][] = [
    ['event.from', 'The event', file.event?.from],
    ['event.to', 'The end of the event', file.event?.to],
    ['investigation.concludedOn', 'The end of the investigation', file.investigation?.concludedOn],
    ...file.sentReports.map((r, i): [string, string, Day] => [`sentReports[${i}].on`, 'A report sent', r.on]),
    ['assessment.judgedNotReportable.on', 'The decision', file.assessment?.judgedNotReportable?.on],
    ...file.awareness.map((a, i): [string, string, Day] => [
      `awareness[${i}].at`,
      `Awareness of "${a.of}"`,
      a.at.day,
    ]),
    ...file.fieldActions.flatMap((f, i): [string, string, Day | undefined][] => [
      [`fieldActions[${i}].decidedOn`, 'The decision on the field action', f.decidedOn?.day],
      [`fieldActions[${i}].initiatedOn`, 'The begin of the field action', f.initiatedOn],
    ]),
    ...file.trends.map((t, i): [string, string, Day] => [
      `trends[${i}].detectedOn`,
      'The trend',
      t.detectedOn,
    ]),
    ...file.authorityRequests.map((r, i): [string, string, Day] => [
      `authorityRequests[${i}].receivedOn`,
      'The request',
      r.receivedOn,
    ]),
  ]
  return dated.flatMap(([path, what, day]) =>
    day !== undefined && day > today ? [caseFindings.make.FUTURE({ path }, { what, day, today })] : [],
  )
}

function dateOrder(file: CaseFile): Finding[] {
  const found: Finding[] = []
  const event = file.event
  if (event?.from !== undefined && event.to !== undefined && event.to < event.from) {
    found.push(
      caseFindings.make.ORDER(
        { path: 'event.to' },
        {
          earlier: 'the first day of the event',
          earlierDay: event.from,
          later: 'The last day of the event',
          laterDay: event.to,
        },
      ),
    )
  }
  file.awareness.forEach((a, i) => {
    if (event?.from !== undefined && a.at.day < event.from) {
      found.push(
        caseFindings.make.ORDER(
          { path: `awareness[${i}].at` },
          {
            earlier: 'the event',
            earlierDay: event.from,
            later: `Awareness of "${a.of}"`,
            laterDay: a.at.day,
          },
        ),
      )
    }
  })
  return found
}

/** Two dates of which the second cannot come first. */
function inOrder(
  path: string,
  [earlier, earlierDay]: readonly [string, Day | undefined],
  [later, laterDay]: readonly [string, Day | undefined],
): Finding[] {
  return earlierDay !== undefined && laterDay !== undefined && laterDay < earlierDay
    ? [caseFindings.make.ORDER({ path }, { earlier, earlierDay, later, laterDay })]
    : []
}

function judgement(file: CaseFile): Finding[] {
  const judged = file.assessment?.judgedNotReportable
  const first = file.awareness.map(a => a.at.day).sort()[0]
  const serious = ['death', 'serious-deterioration', 'serious-public-health-threat']
  const knew =
    judged === undefined ? [] : file.awareness.filter(a => serious.includes(a.of) && a.at.day < judged.on)
  return [
    ...inOrder(
      'assessment.judgedNotReportable.on',
      ['the first awareness', first],
      ['The judgement', judged?.on],
    ),
    ...inOrder(
      'investigation.concludedOn',
      ['the first awareness', first],
      ['The end of the investigation', file.investigation?.concludedOn],
    ),
    ...file.fieldActions.flatMap((f, i) =>
      inOrder(
        `fieldActions[${i}].initiatedOn`,
        ['the decision', f.decidedOn?.day],
        ['The begin of the action', f.initiatedOn],
      ),
    ),
    ...file.devices.flatMap((d, i) =>
      inOrder(
        `devices[${i}].explanted`,
        ['the implantation', d.implanted?.from],
        ['The explantation', d.explanted?.from],
      ),
    ),
    ...knew.map(a =>
      caseFindings.make.CONTRADICTION(
        { path: 'assessment.judgedNotReportable' },
        {
          one: 'The incident was judged not reportable',
          other: `${a.of.replaceAll('-', ' ')} had been learnt on ${a.at.day} already`,
          used: 'the clock runs from the first awareness',
        },
      ),
    ),
  ]
}

/** Representatives have to be established where they represent (MDR Art 11(1); MedDO Art 51; UK MDR 2002). */
function places(file: CaseFile): Finding[] {
  const wrong = (path: string, who: string, country: string | undefined, fits: (c: string) => boolean) =>
    country === undefined || fits(country)
      ? []
      : [
          caseFindings.make.CONTRADICTION(
            { path },
            {
              one: `${who} is established in ${country}`,
              other: 'it has to be established where it represents',
              used: 'the country is taken as written',
            },
          ),
        ]
  return [
    ...wrong(
      'authorisedRepresentative.country',
      'The authorised representative',
      file.authorisedRepresentative?.country,
      c => ['UK', 'XI'].includes(c) || COUNTRY_SETS.eea.members.some(m => m.country === c),
    ),
    ...wrong(
      'swissRepresentative.country',
      'The Swiss representative',
      file.swissRepresentative?.country,
      c => c === 'CH' || c === 'LI',
    ),
    ...wrong(
      'ukResponsiblePerson.country',
      'The UK Responsible Person',
      file.ukResponsiblePerson?.country,
      c => ['GB', 'XI', 'UK'].includes(c),
    ),
  ]
}

/** The same device twice would be reported twice. */
function doubles(file: CaseFile): Finding[] {
  const texts = file.devices.map(d => JSON.stringify(d))
  return texts.flatMap((text, i) =>
    texts.indexOf(text) < i
      ? [
          caseFindings.make.CONTRADICTION(
            { path: `devices[${i}]` },
            {
              one: `Device ${i + 1} is the same as device ${texts.indexOf(text) + 1}`,
              other: 'each device is reported once',
              used: 'both are reported',
            },
          ),
        ]
      : [],
  )
}

function deviceClasses(file: CaseFile): Finding[] {
  return file.devices.flatMap((device, i) => {
    const [regulation, riskClass] = [valueOf(device.regulation), valueOf(device.riskClass)]
    const isIvd = valueOf(device.isIvd)
    if (regulation !== undefined && isIvd !== undefined && isIvd !== ['IVDR', 'IVDD'].includes(regulation)) {
      return [
        caseFindings.make.CONTRADICTION(
          { path: `devices[${i}].isIvd` },
          {
            one: `isIvd is ${isIvd}`,
            other: `the regulation is ${regulation}`,
            used: 'the regulation counts',
          },
        ),
      ]
    }
    if (regulation === undefined || riskClass === undefined) return []
    const allowed: readonly string[] = RISK_CLASSES[regulation]
    return allowed.includes(riskClass)
      ? []
      : [
          caseFindings.make['CLASS-MISMATCH'](
            { path: `devices[${i}].riskClass` },
            { riskClass, regulation, allowed: allowed.join(', ') },
          ),
        ]
  })
}

function eventFacts(file: CaseFile): Finding[] {
  const found: Finding[] = []
  const outcomes = valueOf(file.event?.outcomes) ?? []
  const problems = valueOf(file.event?.problems) ?? []
  const say = (path: string, one: string, other: string, used: string) =>
    found.push(caseFindings.make.CONTRADICTION({ path }, { one, other, used }))
  if (outcomes.includes('no-harm') && outcomes.length > 1) {
    say('event.outcomes', 'The outcomes say that nobody was harmed', 'they name harm too', 'the harm counts')
  }
  const harmless =
    problems.length > 0 && problems.every(p => p === 'no-device-problem' || p === 'security-vulnerability')
  const harmed = outcomes.some(o => o !== 'no-harm')
  const causality = valueOf(file.assessment?.causality)
  const linked = causality !== undefined && causality !== 'excluded'
  if (harmless && harmed && (linked || problems.includes('security-vulnerability'))) {
    say(
      'event.problems',
      'The problems name none that harms',
      'somebody was harmed by the device',
      'it is left open whether there was an incident',
    )
  }
  if (problems.includes('no-device-problem') && problems.length > 1) {
    say(
      'event.problems',
      'The problems say that nothing was wrong',
      'they name a problem too',
      'the problem counts',
    )
  }
  for (const [i, a] of file.awareness.entries()) {
    if (a.of === 'death' && valueOf(file.event?.outcomes) !== undefined && !outcomes.includes('death')) {
      say(
        `awareness[${i}]`,
        'Somebody learnt of a death',
        'the outcomes do not name one',
        'a death is assumed',
      )
    }
    if (a.of === 'serious-public-health-threat' && valueOf(file.event?.publicHealthThreat) === false) {
      say(
        `awareness[${i}]`,
        'Somebody learnt of a serious public health threat',
        'the event says there is none',
        'a threat is assumed',
      )
    }
    if (a.of === 'reportability' && file.assessment?.judgedNotReportable === undefined) {
      say(
        `awareness[${i}]`,
        'Somebody learnt that the incident is reportable after all',
        'assessment.judgedNotReportable does not say when and why it was first judged not reportable',
        'the clock runs from awareness of the incident',
      )
    }
  }
  return found
}

function zones(file: CaseFile): Finding[] {
  return file.awareness.flatMap((a, i) =>
    a.at.zoneMissing
      ? [caseFindings.make['ZONE-MISSING']({ path: `awareness[${i}].at` }, { written: a.at.written })]
      : [],
  )
}
