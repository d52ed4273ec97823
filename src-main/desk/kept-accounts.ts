import type { Secrets } from '../core/ports'

const prefix = 'telegram-session-'

/** The ids of the accounts whose sessions are kept. A session of desks of before is brought to its new name. */
export async function keptAccounts(secrets: Secrets): Promise<readonly string[]> {
  const old = await secrets.read('telegram-session')
  const id = old === null ? null : accountOf(old)
  if (old !== null && id !== null) {
    await secrets.write(`${prefix}${id}`, old)
    await secrets.remove('telegram-session')
  }
  const names = await secrets.names()
  return names.flatMap((name) => (name.startsWith(prefix) ? name.slice(prefix.length) : []))
}

/** Whose session a text is; null if it cannot be read. */
function accountOf(text: string): string | null {
  try {
    const { account } = JSON.parse(text) as { readonly account?: { readonly id?: unknown } }
    return typeof account?.id === 'string' ? account.id : null
  } catch {
    return null
  }
}
