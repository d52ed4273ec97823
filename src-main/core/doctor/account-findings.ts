import type { DoctorCheck, Finding } from '../../../src-preload/contract/doctor'
import type { Account } from '../../../src-preload/contract/session'
import type { Link } from '../../../src-preload/contract/status'
import type { AccountHealth } from '../ports'
import { spanSentence } from '../sla/span-words'
import { type AsideAt, asideFinding } from './aside-finding'
import { type About, complaint, unknown, well } from './finding'

/** A clock that is off by more than this misleads people; by more than that, promises too, ms. */
const skewWarnMs = 5_000
const skewBadMs = 60_000

/** An account, its link, and how it does at Telegram; null if it could not be asked since the start. */
export interface ExaminedAccount {
  readonly account: Account
  readonly link: Link
  readonly health: AccountHealth | null
  /** When `health` was asked, epoch ms; else now. */
  readonly checkedAt: number
  readonly asides: readonly AsideAt[]
}

/** What is so with an account. Signed out, nothing else of it can be looked at. `now`: epoch ms. */
export function accountFindings(examined: ExaminedAccount, now: number): readonly Finding[] {
  const { account, link, health, checkedAt, asides } = examined
  const about = (check: DoctorCheck): About => ({ check, accountId: account.id, groupId: null, checkedAt })
  if (link.kind === 'signed-out')
    return [
      complaint(about('signed-in'), {
        state: 'bad',
        title: `${account.name} is signed out`,
        effect: 'Nothing is received or sent through this account. Replies wait until it is back.',
        remedy: 'In Topicdesk open Settings, Accounts, and sign in again.',
      }),
    ]
  return [
    well(about('signed-in'), `${account.name} is signed in`),
    skewFinding(about('clock-skew'), health?.clockSkewMs ?? null),
    desksFinding(about('second-desk'), account, health),
    floodFinding(about('flood'), examined, now),
    sendingFinding(about('sending'), account, health?.isRestricted ?? null),
    asideFinding({ ...about('taken-in'), checkedAt: now }, account.name, asides),
  ]
}

function skewFinding(about: About, skewMs: number | null): Finding {
  if (skewMs === null) return unknown(about, 'Whether this computer’s clock is right is not known')
  const offMs = Math.abs(skewMs)
  if (offMs <= skewWarnMs) return well(about, 'This computer’s clock agrees with Telegram’s')
  return complaint(about, {
    state: offMs > skewBadMs ? 'bad' : 'warn',
    title: `This computer’s clock is ${spanSentence(offMs)} ${skewMs > 0 ? 'fast' : 'slow'}`,
    effect: 'Deadlines and waiting times are wrong by as much.',
    remedy:
      'Let the computer set its clock by itself. Windows: Settings, Time & language, Date & time, Set time automatically. macOS: System Settings, General, Date & Time. Linux: run timedatectl set-ntp true.',
  })
}

function desksFinding(about: About, { name, kind }: Account, health: AccountHealth | null): Finding {
  const others = health?.otherDesks ?? null
  const notKnown = unknown(about, `Whether another desk uses ${name} is not known`)
  if (others === null && kind === 'bot' && health !== null)
    // A bot may not ask which sessions it has.
    return {
      ...notKnown,
      remedy:
        'Telegram does not tell a bot. See that one Topicdesk only uses its token, and that no other program answers through it, by a webhook for example.',
    }
  if (others === null) return notKnown
  if (others === 0) return well(about, `No other desk uses ${name}`)
  return complaint(about, {
    state: 'warn',
    title:
      others === 1
        ? `Another Topicdesk is signed in as ${name}`
        : `${others} other desks are signed in as ${name}`,
    effect: 'Each keeps tickets of its own: two agents may answer one customer without knowing.',
    remedy:
      'Quit the other Topicdesk. If nobody knows where it runs: in Telegram open Settings, Devices, and end the Topicdesk session that is not this computer.',
  })
}

function floodFinding(about: About, { account, link, health }: ExaminedAccount, now: number): Finding {
  const { name } = account
  const until = Math.max(link.kind === 'flood-wait' ? link.until : 0, health?.floodUntil ?? 0)
  if (until > now)
    return complaint(about, {
      state: 'warn',
      title: `Telegram asks ${name} to pause for ${spanSentence(until - now, 'up')}`,
      effect: 'Replies wait, and go out by themselves after that.',
      remedy: 'Nothing has to be done. Writing less in a short time keeps it from coming again.',
    })
  if (health === null) return unknown(about, `Whether Telegram asks ${name} for a pause is not known`)
  return well(about, `Telegram asks ${name} for no pause`)
}

function sendingFinding(about: About, { name, kind }: Account, isRestricted: boolean | null): Finding {
  if (isRestricted === null) return unknown(about, `Whether ${name} may write to everyone is not known`)
  if (!isRestricted) return well(about, `Telegram has set ${name} no limits`)
  return complaint(about, {
    state: 'bad',
    title: `Telegram has limited ${name}`,
    effect: 'Some customers cannot be written to. What they write arrives.',
    remedy:
      kind === 'bot'
        ? 'In Telegram write to @BotFather: it says what the bot is accused of and how to object.'
        : 'In Telegram write /start to @SpamBot from this account. It says what the limit is and when it ends.',
  })
}
