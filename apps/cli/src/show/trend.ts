import type { Finding } from '@vigie/kernel'
import type { FalseAlarmPreview, FrozenPlan, TrendResult } from '@vigie/surveillance'
import type { Page } from '../context.js'
import { findingLines } from '../text/findings.js'
import { hang, pad } from '../text/wrap.js'

const SIDE_WORDS = { above: 'above', below: 'below', either: 'on one side' } as const

/** A trend result for a person: the baseline, what fired since when, the observation period, and what to know. */
export function trendLines(
  frozen: FrozenPlan,
  result: TrendResult,
  preview: FalseAlarmPreview | undefined,
  findings: readonly Finding[],
  { style, width }: Page,
): string[] {
  const { plan, baseline } = frozen
  const rate = (r: number) => `${(r * plan.perUnits).toPrecision(4)} per ${plan.perUnits} ${plan.exposure}`
  const row = (label: string, text: string) => hang(pad(label, 14), text, width)
  const { observation, threshold } = result
  const signals = result.signals.map(s => {
    const now = s.stands ? style.red('stands') : 'has ended'
    const until = s.stands ? '' : `, until ${s.until}`
    return `${pad(s.method, 14)}${pad(s.rule, 12)}${SIDE_WORDS[s.side]} since ${s.since}${until}  ${now}`
  })
  const range = baseline.interval
  return [
    style.bold(`${plan.device}: ${plan.event.about} (${plan.id}, revision ${plan.revision})`),
    '',
    signals.length === 0 ? 'No rule of the plan fired.' : style.bold(`SIGNALS (${signals.length})`),
    ...signals,
    '',
    ...row(
      'baseline',
      rate(baseline.rate) +
        (range === undefined
          ? ', as stated'
          : ` (95 % exact: ${(range.lower * plan.perUnits).toPrecision(4)} to ${(range.upper * plan.perUnits).toPrecision(4)}), ${baseline.events} events in ${baseline.periods} periods`),
    ),
    ...(observation === undefined
      ? []
      : row(
          'observed',
          `${rate(observation.rate.rate)}, ${observation.rate.events} events from ${observation.from} to ${observation.to}` +
            (observation.ratio === undefined
              ? ''
              : `; ${observation.ratio.ratio.toPrecision(3)} times the baseline (95 % exact: ${observation.ratio.interval.lower.toPrecision(3)} to ${observation.ratio.interval.upper.toPrecision(3)}), p = ${observation.ratio.greater.toPrecision(2)} for a rise`),
        )),
    ...(threshold === undefined
      ? []
      : row(
          'threshold',
          threshold.reached
            ? `${rate(threshold.rate)}: reached on ${threshold.since}`
            : `${rate(threshold.rate)}: not reached`,
        )),
    ...row('read', result.multiplicity.says),
    ...(preview === undefined
      ? []
      : row(
          'false alarms',
          `${(preview.any * 100).toFixed(1)} % of ${preview.runs} simulations of ${preview.periods} periods without any change raised an alarm (95 % exact: ${(preview.anyInterval.lower * 100).toFixed(1)} to ${(preview.anyInterval.upper * 100).toFixed(1)} %; seed ${preview.seed}; ${preview.model}).`,
        )),
    ...row(
      'record',
      `plan ${frozen.planHash.slice(0, 12)}, series ${result.record.seriesHash.slice(0, 12)}, ${result.record.engine}`,
    ),
    ...(findings.length === 0 ? [] : ['', ...findingLines(findings, width, style)]),
  ]
}
