import type { Account } from '../../../src-preload/contract/session'
import type { Secrets } from '../../core/ports'

/** A sign-in as it is kept: the key, and who it belongs to, so that the desk knows before it is connected. */
export interface KeptSession {
  readonly session: string
  readonly account: Account
}

/** The kept sign-in of an account; null if there is none or it cannot be read any more. */
export async function readSession(secrets: Secrets, accountId: string): Promise<KeptSession | null> {
  const text = await secrets.read(`telegram-session-${accountId}`)
  if (text === null) return null
  try {
    const kept = JSON.parse(text) as Partial<KeptSession>
    return kept.session && kept.account?.id ? { session: kept.session, account: kept.account } : null
  } catch {
    return null
  }
}

/** Keeps a sign-in, encrypted where the platform can and in memory where not (telegram.md B.7). */
export async function writeSession(secrets: Secrets, kept: KeptSession): Promise<void> {
  await secrets.write(`telegram-session-${kept.account.id}`, JSON.stringify(kept))
}

/** Wipes a sign-in. */
export async function forgetSession(secrets: Secrets, accountId: string): Promise<void> {
  await secrets.remove(`telegram-session-${accountId}`)
}
