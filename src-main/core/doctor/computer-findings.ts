import type { Finding } from '../../../src-preload/contract/doctor'
import { type About, complaint, unknown, well } from './finding'

const mega = 1024 * 1024
/** Free room from which on the team is told, bytes. */
const warnBytes = 1024 * mega
const badBytes = 200 * mega

/** What of this computer the doctor looks at. */
export interface ComputerHealth {
  readonly keyring: 'safe' | 'missing'
  /** Free room where the tickets are kept, bytes; null if it cannot be told. */
  readonly freeBytes: number | null
}

/** What is so with this computer: where sign-ins are kept, and room on its disk. `now`: epoch ms. */
export function computerFindings({ keyring, freeBytes }: ComputerHealth, now: number): readonly Finding[] {
  const about = { accountId: null, groupId: null, checkedAt: now }
  return [
    keyringFinding({ ...about, check: 'keyring' }, keyring),
    diskFinding({ ...about, check: 'disk' }, freeBytes),
  ]
}

function keyringFinding(about: About, keyring: ComputerHealth['keyring']): Finding {
  if (keyring === 'safe') return well(about, 'Sign-ins are kept in the keyring')
  return complaint(about, {
    state: 'warn',
    title: 'This computer has no keyring',
    effect: 'Sign-ins are kept in memory only: after each start every account has to sign in again.',
    remedy:
      'On Linux install GNOME Keyring or KWallet, log in to the computer anew so that it is unlocked, and start Topicdesk again.',
  })
}

function diskFinding(about: About, freeBytes: number | null): Finding {
  if (freeBytes === null) return unknown(about, 'Free disk space cannot be told on this computer')
  if (freeBytes >= warnBytes) return well(about, 'There is room on the disk')
  return complaint(about, {
    state: freeBytes < badBytes ? 'bad' : 'warn',
    title: `${Math.floor(freeBytes / mega)} MB are left on the disk`,
    effect:
      'Without room nothing new is taken in or sent. What is kept is safe. Telegram keeps the rest until there is room: for a bot for 24 hours.',
    remedy: 'Delete or move files on this disk until 1 GB is free. The desk goes on by itself.',
  })
}
