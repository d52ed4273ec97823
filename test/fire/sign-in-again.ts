import { anna, bot, type FireGround } from './fire-ground'

/** Waits until every account is live, and signs in again who was thrown out, as an agent would. */
export async function signInAgain(ground: FireGround, forMs = 30_000): Promise<void> {
  await ground.until('all accounts signed in and live', () => areAllLive(ground), forMs)
}

/** Whether every account is live. One that was thrown out is signed in, as an agent does who finds it so. */
export async function areAllLive(ground: FireGround): Promise<boolean> {
  const { desk } = ground.deskOnDc
  const { session, accounts } = desk.handlers
  const { step, isAdding } = await session.get(undefined)
  if (step.kind === 'signed-in' && !isAdding) {
    const known = await accounts.list(undefined)
    return known.length === expected(ground).length && known.every(({ link }) => link.kind === 'live')
  }
  const there = (await accounts.list(undefined)).filter(({ link }) => link.kind !== 'signed-out')
  const missing = expected(ground).find(({ id }) => !there.some(({ account }) => account.id === id))
  if (!missing) return false
  if (missing.id === bot.id) await session.connectBot({ token: bot.token })
  else {
    await session.sendCode({ phone: `+${anna.phone}` })
    await session.checkCode({ code: ground.dc.phoneCode(anna.phone) ?? '' })
  }
  return false
}

const expected = (ground: FireGround) =>
  ground.places.some(({ kind }) => kind === 'bot') ? [anna, bot] : [anna]
