import type { Handlers } from '../../../src-preload/contract/desk'
import type { SessionView, SignInStep } from '../../../src-preload/contract/session'
import type { Secrets, Telegram } from '../../core/ports'
import { Refusal } from '../../core/refusal'
import type { ApiCredentials } from '../api-credentials'
import type { Desk } from '../desk'

/** What the session handlers need; `step` is the newest the Telegram side told. */
export interface SessionContext {
  readonly desk: Desk
  readonly telegram: Telegram
  readonly secrets: Secrets
  readonly api: ApiCredentials
  step(): SignInStep
}

/** The sign-in and first-run screens as they stand. */
export async function sessionView({ desk, secrets, api, step }: SessionContext): Promise<SessionView> {
  const known = await api.read()
  return {
    step: known ? step() : { kind: 'api-needed' },
    keyring: secrets.keyring,
    api: known && { id: known.id, from: known.from },
    group: desk.state.group,
  }
}

/** Commands of `session`: signing in, signing out, choosing the support group. */
export function sessionHandlers(context: SessionContext): Handlers['session'] {
  const { telegram, api, desk } = context
  const { signIn } = telegram
  const after = async (step: Promise<unknown>): Promise<SessionView> => {
    await step
    return sessionView(context)
  }
  return {
    get: () => sessionView(context),
    // The line was opened with the old id, or not at all: signing in begins anew.
    setApi: ({ apiId, apiHash }) => after(api.write(apiId, apiHash).then(() => signIn.cancel())),
    startQr: () => after(signIn.startQr()),
    sendCode: ({ phone }) => after(signIn.sendCode(phone)),
    resendCode: () => after(signIn.resendCode()),
    checkCode: ({ code }) => after(signIn.checkCode(code)),
    checkPassword: ({ password }) => after(signIn.checkPassword(password)),
    connectBot: ({ token }) => after(signIn.connectBot(token)),
    cancel: () => after(signIn.cancel()),
    signOut: () => after(telegram.signOut()),
    groups: () => telegram.groups(),
    chooseGroup: async ({ groupId }) => {
      const options = await telegram.groups()
      const group = options.find(({ id }) => id === groupId)
      if (!group)
        throw new Refusal('not-found', 'This account is not in that group any more.', { field: 'groupId' })
      const [problem] = group.problems
      if (problem) throw new Refusal('not-allowed', `${problem.what} ${problem.mend}`, { field: 'groupId' })
      await desk.ask({ kind: 'choose-group', group: { id: group.id, title: group.title } }, { kind: 'desk' })
      return after(telegram.follow(groupId))
    },
  }
}
