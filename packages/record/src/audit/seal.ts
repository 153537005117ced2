import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Signs the head of an audit chain with a key that lies outside the database, so that somebody who can write the
 * database cannot shorten or rewrite a chain unseen.
 */
export interface Sealer {
  /** Name of the key, stored beside the seal. */
  readonly keyId: string
  seal(text: string): string
  verify(text: string, seal: string): boolean
}

/** A sealer by HMAC-SHA-256. The key has at least 32 bytes. */
export function hmacSealer(keyId: string, key: Uint8Array): Sealer {
  if (key.length < 32) throw new RangeError('the key of a seal has at least 32 bytes')
  const seal = (text: string) => createHmac('sha256', key).update(text).digest('hex')
  return {
    keyId,
    seal,
    verify: (text, given) => {
      const [a, b] = [Buffer.from(seal(text)), Buffer.from(given)]
      return a.length === b.length && timingSafeEqual(a, b)
    },
  }
}

/** What is sealed: the length and the last hash of one tenant's chain. */
export function headText(tenantId: string, seq: number, hash: string): string {
  return `vigie-audit-head\n${tenantId}\n${seq}\n${hash}`
}
