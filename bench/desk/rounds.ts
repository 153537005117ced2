import { median } from '../measure.js'

/** One question asked both ways. The index says the how-manieth asking it is. */
export interface Question {
  readonly name: string
  readonly ours: (i: number) => Promise<unknown>
  readonly hand: (i: number) => Promise<unknown>
}

export interface Timed {
  readonly name: string
  readonly ours: Quantiles
  readonly hand: Quantiles
}

interface Quantiles {
  readonly median: number
  readonly p99: number
}

const TURN = 20

/** Asks both sides in turns of 20, so that what else the machine does falls on both. Milliseconds. */
export async function rounds(questions: readonly Question[], times: number): Promise<readonly Timed[]> {
  const result: Timed[] = []
  for (const { name, ours, hand } of questions) {
    const [a, b]: [number[], number[]] = [[], []]
    for (let i = 0; i < TURN; i++) {
      await ours(i)
      await hand(i)
    }
    for (let i = TURN; i < times + TURN; i += TURN) {
      await turn(ours, i, a)
      await turn(hand, i, b)
    }
    result.push({ name, ours: quantiles(a), hand: quantiles(b) })
  }
  return result
}

async function turn(work: (i: number) => Promise<unknown>, from: number, into: number[]): Promise<void> {
  for (let i = from; i < from + TURN; i++) {
    const start = performance.now()
    await work(i)
    into.push(performance.now() - start)
  }
}

function quantiles(times: readonly number[]): Quantiles {
  const sorted = [...times].sort((x, y) => x - y)
  return { median: median(sorted), p99: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN }
}

/** Prints both numbers and the ratio, one question a line. */
export function print(timed: readonly Timed[]): void {
  const ms = (n: number) => n.toFixed(2).padStart(8)
  console.log('                         median                        p99')
  console.log('                         desk   by hand  ratio        desk   by hand  ratio')
  for (const { name, ours, hand } of timed) {
    const ratio = (k: keyof Quantiles) => (ours[k] / hand[k]).toFixed(2).padStart(6)
    console.log(
      `  ${name.padEnd(19)}${ms(ours.median)}  ${ms(hand.median)} ${ratio('median')}    ${ms(ours.p99)}  ${ms(hand.p99)} ${ratio('p99')}`,
    )
  }
}
