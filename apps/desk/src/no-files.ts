import type { FileStore } from '@vigie/record'
import { Problem } from './problem/problem.js'

const refuse = async (): Promise<never> => {
  throw new Problem('unavailable')
}

/** The file store of a desk that was given none. */
export const noFiles: FileStore = { put: refuse, get: refuse, has: refuse }
