import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest()
const text64 = (data: Uint8Array | string) => Buffer.from(data).toString('base64url')

const PRESENT = 0x01
const VERIFIED = 0x04
const WITH_CREDENTIAL = 0x40

interface Changes {
  /** The page it is used on. */
  readonly origin?: string
  readonly challenge?: string
  /** False: somebody pressed the button, and nobody looked who. */
  readonly verified?: boolean
  readonly counter?: number
}

/**
 * An authenticator in software for tests: ES256, attestation `none` (WebAuthn Level 3, 6.5.4 and 8.7), the person
 * verified.
 */
export function authenticator(rpId: string, origin: string) {
  const id = randomBytes(16)
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  let counter = 0
  const clientData = (type: string, challenge: unknown, change: Changes) =>
    JSON.stringify({
      type,
      challenge: change.challenge ?? challenge,
      origin: change.origin ?? origin,
      crossOrigin: false,
    })
  const data = (flags: number, change: Changes) => {
    counter = change.counter ?? counter + 1
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    const seen = PRESENT | (change.verified === false ? 0 : VERIFIED)
    return Buffer.concat([sha256(rpId), Buffer.from([flags | seen]), count])
  }
  return {
    /** What a browser answers to registration options. */
    register(options: Readonly<Record<string, unknown>>, change: Changes = {}) {
      const length = Buffer.from([0, id.length])
      const credential = Buffer.concat([Buffer.alloc(16), length, id, coseKey(publicKey)])
      const authData = Buffer.concat([data(WITH_CREDENTIAL, change), credential])
      return {
        id: text64(id),
        rawId: text64(id),
        type: 'public-key',
        response: {
          clientDataJSON: text64(clientData('webauthn.create', options['challenge'], change)),
          attestationObject: text64(attestation(authData)),
          transports: ['internal'],
        },
      }
    },
    /** What a browser answers to request options. */
    answer(options: Readonly<Record<string, unknown>>, change: Changes = {}) {
      const json = clientData('webauthn.get', options['challenge'], change)
      const authData = data(0, change)
      return {
        id: text64(id),
        rawId: text64(id),
        type: 'public-key',
        response: {
          clientDataJSON: text64(json),
          authenticatorData: text64(authData),
          signature: text64(sign('sha256', Buffer.concat([authData, sha256(json)]), privateKey)),
        },
      }
    },
  }
}

/** CBOR of {fmt: "none", attStmt: {}, authData}. */
function attestation(authData: Buffer): Buffer {
  const head = Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex')
  return Buffer.concat([head, Buffer.from([0x58, authData.length]), authData])
}

/** CBOR of a COSE key: EC2, ES256, P-256 (RFC 9053, 7.1.1). */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const part = (label: string, value: string) =>
    Buffer.concat([Buffer.from(label, 'hex'), Buffer.from(value, 'base64url')])
  return Buffer.concat([Buffer.from('a5010203262001', 'hex'), part('215820', x), part('225820', y)])
}
