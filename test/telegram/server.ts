import type { Budget } from './budget'
import { Machinery, type MachineryOptions } from './machinery'
import { Party, People } from './people'
import type { PartyRecord } from './record'
import { sessionString } from './session-string'
import type { Switchboard } from './switchboard'
import { BOT, CUSTOMERS, furnish, openStaffRoom, STAFF, type Workspace } from './workspace'
import type { Account } from './world/account'
import type { Group } from './world/group'
import type { World } from './world/world'

/** Where a client finds this data centre, and the key it must trust. */
export interface Address {
  readonly host: string
  readonly port: number
  readonly dcId: number
  /** SubjectPublicKeyInfo ("BEGIN PUBLIC KEY"). */
  readonly publicKeyPem: string
  /** PKCS#1 ("BEGIN RSA PUBLIC KEY"). */
  readonly publicKeyPkcs1Pem: string
  /** Signed 64-bit, decimal. */
  readonly publicKeyFingerprint: string
  readonly modulus: bigint
  readonly exponent: number
}

/** A running data centre, and everything a test may do to it. */
export interface DataCentre {
  readonly address: Address
  readonly world: World
  readonly workspace: Workspace
  /** Customers, who write. */
  readonly customers: People
  /** Agents and the bot, when they answer from plain Telegram. */
  readonly staff: People
  readonly switchboard: Switchboard
  readonly record: PartyRecord
  /** The login code that lies on this phone; null if none was asked for. */
  phoneCode(phone: string): string | null
  /** Lets the code on this phone grow too old. */
  expireCode(phone: string): void
  /** Scans a QR code with the phone of somebody. @throws RpcError AUTH_TOKEN_INVALID, AUTH_TOKEN_EXPIRED */
  acceptQr(token: Buffer | string, asUser: Account | { readonly account: Account }): void
  /**
   * A key that is already agreed on, and the library's session string for it:
   * no handshake, and the same in every run with the same seed. With somebody's
   * name it is signed in.
   */
  addKey(signedInAs?: { readonly id: number }): {
    readonly key: Buffer
    readonly keyId: string
    readonly salt: bigint
    readonly session: string
  }
  /** The staff's own forum, where no customer is; it is there from the first time it is asked for. */
  openStaffRoom(): Group
  /** All file references given out are worthless from now on. */
  expireFileReferences(): void
  /** What it keeps for clients that have not sent, read or acknowledged it yet. */
  readonly budget: Budget
  /** How many sessions it keeps in mind. */
  readonly sessions: number
  /** Which transports clients use just now. */
  readonly transports: readonly string[]
  close(): Promise<void>
}

/** Starts a local Telegram on this machine with the workspace of Fernline in it. */
export async function startDataCentre(
  options: MachineryOptions & {
    /** The ids of the three groups start here; short ones are easier on the eyes in tests. */
    readonly firstGroupId?: number
  } = {},
): Promise<DataCentre> {
  const machinery = new Machinery(options)
  const workspace = furnish(machinery.world, options.firstGroupId ?? 500_001)
  await machinery.comeUp()
  const { world, desk, rsa } = machinery
  const party = ({ id }: { readonly id: number }) => new Party(machinery, world.account(id))
  return {
    address: {
      ...machinery.address,
      publicKeyPem: rsa.publicKeyPem,
      publicKeyPkcs1Pem: rsa.publicKeyPkcs1Pem,
      publicKeyFingerprint: rsa.fingerprint.toString(),
      modulus: rsa.modulus,
      exponent: rsa.exponent,
    },
    world,
    workspace,
    customers: new People(CUSTOMERS.map(party)),
    staff: new People([...STAFF, BOT].map(party)),
    switchboard: machinery.switchboard,
    record: machinery.record,
    phoneCode: (phone) => desk.codes.current(phone.replace(/\D/g, '')),
    expireCode: (phone) => desk.codes.expire(phone.replace(/\D/g, '')),
    acceptQr(token, asUser) {
      const bytes = Buffer.isBuffer(token) ? token : Buffer.from(token.replace(/^.*token=/, ''), 'base64url')
      machinery.acceptQr(bytes, 'account' in asUser ? asUser.account : asUser)
    },
    addKey(signedInAs) {
      const { id: keyId, key, salt } = machinery.addKey(signedInAs?.id ?? null)
      return { key, keyId, salt, session: sessionString(machinery.address, key) }
    },
    openStaffRoom: () => openStaffRoom(world),
    expireFileReferences: () => desk.files.expireReferences(),
    budget: machinery.budget,
    get sessions() {
      return machinery.keys.sessionCount
    },
    get transports() {
      return machinery.transports
    },
    close: () => machinery.close(),
  }
}
