import type { Finding } from '@vigie/kernel'
import type { ScreenRecord, SignalRow } from '@vigie/surveillance'
import type { Page } from '../context.js'
import { findingLines } from '../text/findings.js'
import { hang } from '../text/wrap.js'

const number = (v: number | null) => (v === null ? '-' : v.toFixed(2))

/** Signals for a person: the strongest first, then what the screening was. */
export function signalLines(
  record: ScreenRecord,
  signals: readonly SignalRow[],
  findings: readonly Finding[],
  { style, width }: Page,
): string[] {
  const row = (label: string, text: string) => hang(label.padEnd(10), text, width)
  const { prior } = record
  const t = prior.theta
  return [
    style.bold(
      `${record.reports} reports, ${record.devices} devices, ${record.events} events, ${record.pairs} pairs`,
    ),
    '',
    ...signals.flatMap(s => [
      `${style.bold(s.device)}  ${s.event}`,
      `    ${s.reports} reports, ${number(s.numbers.expected)} expected  EBGM ${number(s.numbers.ebgm)} (EB05 ${number(s.numbers.eb05)})  IC ${number(s.numbers.ic)} (from ${number(s.numbers.icLower)})  PRR ${number(s.numbers.prr)}`,
      `    ${style.dim(s.rules.join(', '))}`,
    ]),
    ...(signals.length === 0 ? ['No rule fired.'] : []),
    '',
    ...row(
      'signals',
      Object.entries(record.signals)
        .map(([rule, n]) => `${rule} ${n}`)
        .join(', '),
    ),
    ...row(
      'prior',
      record.withoutBayes ??
        `${record.options.likelihood}; alpha1 ${t.alpha1.toPrecision(3)}, beta1 ${t.beta1.toPrecision(3)}, alpha2 ${t.alpha2.toPrecision(3)}, beta2 ${t.beta2.toPrecision(3)}, p ${t.p.toPrecision(3)}; ${prior.agreeing} of ${prior.starts} starts agree`,
    ),
    ...row('read', record.multiplicity.says),
    ...row(
      'record',
      `data ${record.dataHash.slice(0, 12)}, result ${record.resultHash.slice(0, 12)}, ${record.engine}`,
    ),
    ...(findings.length === 0 ? [] : ['', ...findingLines(findings, width, style)]),
  ]
}
