import type { ChartPlan, PlanRule, PlanSide } from './plan.js'
import { join, type Reader } from './reader.js'

export const CHART_METHODS = [
  'u',
  'p',
  'c',
  'u-prime',
  'p-prime',
  'individuals',
  'moving-range',
  'g',
  't',
  'ewma',
  'cusum',
  'sprt',
  'maxsprt',
] as const
const SIDES: readonly PlanSide[] = ['above', 'below', 'both']
const RULES: readonly PlanRule[] = ['limits', 'runs', '2-of-3', '4-of-5', '8-in-a-row', '9-in-a-row']

const positive = (v: number) => v > 0
const chance = (v: number) => v > 0 && v < 1

/** Reads one chart of a plan; what is left out gets the usual value, which the plan then states. */
export function parseChart(read: Reader, value: unknown, path: string): ChartPlan | undefined {
  const keys = [
    'method',
    'sigmas',
    'rules',
    'side',
    'screened',
    'lambda',
    'width',
    'k',
    'h',
    'relativeRisk',
    'alpha',
    'beta',
    'upperLimit',
    'minEvents',
  ]
  const o = read.object(value, path, keys)
  const at = (key: string) => join(path, key)
  const number = (key: string, otherwise: number, wanted = 'above 0', fits = positive) =>
    read.numberOr(o[key], at(key), otherwise, wanted, fits)
  const alpha = () => number('alpha', 0.05, 'between 0 and 1', chance)
  const side = (otherwise: PlanSide) =>
    o['side'] === undefined ? otherwise : (read.choice(o['side'], at('side'), SIDES) ?? otherwise)
  const method = read.choice(o['method'], at('method'), CHART_METHODS)
  const shewhart = () => ({
    sigmas: number('sigmas', 3),
    rules: o['rules'] === undefined ? (['limits'] as const) : rulesOf(read, o['rules'], at('rules')),
    side: side(method === 'g' || method === 't' ? 'below' : 'above'),
  })
  switch (method) {
    case undefined:
      return undefined
    case 'u':
    case 'p':
    case 'c':
    case 'g':
    case 't':
      return { method, ...shewhart() }
    case 'u-prime':
    case 'p-prime':
    case 'individuals':
    case 'moving-range':
      return { method, ...shewhart(), screened: method === 'moving-range' ? false : o['screened'] !== false }
    case 'ewma':
      return {
        method,
        lambda: number('lambda', 0.2, 'above 0 and at most 1', v => v > 0 && v <= 1),
        width: number('width', 3),
        side: side('above'),
      }
    case 'cusum':
      return { method, k: number('k', 0.5), h: number('h', 5), side: side('above') }
    case 'sprt':
      return {
        method,
        relativeRisk: number('relativeRisk', 2, 'above 1', v => v > 1),
        alpha: alpha(),
        beta: number('beta', 0.2, 'between 0 and 1', chance),
      }
    case 'maxsprt':
      return {
        method,
        alpha: alpha(),
        upperLimit:
          read.number(
            o['upperLimit'],
            at('upperLimit'),
            'above 0 and at most 1000',
            v => v > 0 && v <= 1000,
          ) ?? 1,
        minEvents: number('minEvents', 1, 'a whole number above 0', v => v > 0 && Number.isInteger(v)),
      }
  }
}

function rulesOf(read: Reader, value: unknown, path: string): readonly PlanRule[] {
  const rules = read.list(value, path, `a list of ${RULES.join(', ')}`)
  if (rules.length === 0) read.shape(path, `a list of ${RULES.join(', ')}`)
  return rules.flatMap((r, i) => read.choice(r, `${path}[${i}]`, RULES) ?? [])
}
