import {
  type Counts,
  cPoints,
  cusumChart,
  ewmaChart,
  freezeC,
  freezeIndividuals,
  freezeLaney,
  freezeP,
  freezeU,
  individualsPoints,
  laneyPoints,
  maxsprtPoisson,
  maxsprtPoissonCriticalValue,
  pPoints,
  ratesOf,
  shewhart,
  sprt,
  uPoints,
} from '@vigie/surveillance'

const WINDOW = { from: 0, to: 24 }
const UPPER_LIMIT = 300
/** It belongs to the plan, not to the series. */
const CRITICAL = maxsprtPoissonCriticalValue({ upperLimit: UPPER_LIMIT }) ?? 4

/** One series through u, p, c, u', individuals, EWMA, CUSUM, SPRT and maxSPRT; how many signals there were. */
export function nineCharts(counts: Counts): number {
  const options = { judgeFrom: WINDOW.to }
  const [u, p] = [freezeU(counts, WINDOW), freezeP(counts, WINDOW)]
  const c = freezeC(counts.events, WINDOW)
  if (u === undefined || p === undefined || c === undefined) return 0
  const plain = uPoints(counts, u)
  const laney = freezeLaney(plain, u, WINDOW)
  const rates = ratesOf(counts)
  const single = freezeIndividuals(rates, WINDOW)
  if (laney === undefined || single === undefined) return 0
  return (
    shewhart(plain, options).signals.length +
    shewhart(pPoints(counts, p), options).signals.length +
    shewhart(cPoints(counts.events, c), options).signals.length +
    shewhart(laneyPoints(plain, laney), options).signals.length +
    shewhart(individualsPoints(rates, single), options).signals.length +
    ewmaChart(plain, options).signals.length +
    cusumChart(plain, options).signals.length +
    sprt(counts, { rate: u.centre, relativeRisk: 2, ...options }).signals.length +
    maxsprtPoisson(counts, { rate: u.centre, criticalValue: CRITICAL, upperLimit: UPPER_LIMIT, ...options })
      .signals.length
  )
}
