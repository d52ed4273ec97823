import type { Handlers } from '../../../src-preload/contract/desk'
import type { SessionView } from '../../../src-preload/contract/session'
import type { Secrets } from '../../core/ports'
import type { Accounts } from '../accounts'
import type { ApiCredentials } from '../api-credentials'
import type { Desk } from '../desk'

/** What the session handlers need. */
export interface SessionContext {
  readonly desk: Desk
  readonly accounts: Accounts
  readonly secrets: Secrets
  readonly api: ApiCredentials
}

/** The sign-in and first-run screens as they stand. */
export async function sessionView({ desk, accounts, secrets, api }: SessionContext): Promise<SessionView> {
  const known = await api.read()
  const { groups, chats, settings } = desk.state
  return {
    step: known ? accounts.step : { kind: 'api-needed' },
    isAdding: accounts.isAdding,
    keyring: secrets.keyring,
    api: known && { id: known.id, from: known.from },
    isReady: groups.length > 0 || chats.length > 0 || settings.withoutGroup,
  }
}

/** Commands of `session`: signing in, another account beside, signing out. */
export function sessionHandlers(context: SessionContext): Handlers['session'] {
  const { accounts, api } = context
  const signIn = () => accounts.atSignIn.telegram.signIn
  const after = async (step: Promise<unknown>): Promise<SessionView> => {
    await step
    return sessionView(context)
  }
  return {
    get: () => sessionView(context),
    // The line was opened with the old id, or not at all: signing in begins anew.
    setApi: ({ apiId, apiHash }) => after(api.write(apiId, apiHash).then(() => signIn().cancel())),
    startQr: () => after(signIn().startQr()),
    sendCode: ({ phone }) => after(signIn().sendCode(phone)),
    resendCode: () => after(signIn().resendCode()),
    checkCode: ({ code }) => after(signIn().checkCode(code)),
    checkPassword: ({ password }) => after(signIn().checkPassword(password)),
    connectBot: ({ token }) => after(signIn().connectBot(token)),
    cancel: () => after(accounts.cancel()),
    add: () => after(accounts.add()),
    signOut: ({ accountId }) => after(accounts.signOut(accountId)),
  }
}
