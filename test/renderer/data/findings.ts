import type { DoctorView, Finding } from '../../../src-preload/contract/doctor'
import { minute, now } from './now'

const finding = (part: Partial<Finding> & Pick<Finding, 'check' | 'title'>): Finding => {
  const { check, accountId = '9000', groupId = null } = part
  return {
    id: `${check}/${accountId ?? ''}/${groupId ?? ''}`,
    accountId,
    groupId,
    state: 'ok',
    effect: '',
    remedy: '',
    checkedAt: now - 3 * minute,
    ...part,
  }
}

/** All is well. */
export const soundDoctor: DoctorView = {
  isExamining: false,
  findings: [
    finding({ check: 'signed-in', title: 'The account is signed in' }),
    finding({ check: 'flood', title: 'Telegram asks for no pause' }),
    finding({ check: 'topics-on', groupId: '-1001', title: 'Topics are switched on' }),
    finding({ check: 'rights', groupId: '-1001', title: 'The bot may manage topics' }),
    finding({ check: 'clock-skew', accountId: null, title: 'The clock is right' }),
    finding({ check: 'keyring', accountId: null, title: 'The keychain keeps the sign-ins' }),
    finding({ check: 'disk', accountId: null, title: 'There is room on the disk: 41 GB' }),
  ],
}

/** One thing broken, one at risk, one that cannot be known. */
export const troubledDoctor: DoctorView = {
  isExamining: false,
  findings: [
    ...soundDoctor.findings.filter(({ check }) => !['rights', 'clock-skew'].includes(check)),
    finding({
      check: 'privacy-mode',
      state: 'bad',
      title: 'Privacy mode is on',
      effect: 'The bot does not see what customers write in groups. Such messages never become tickets.',
      remedy:
        '1. In Telegram, write to @BotFather: /setprivacy\n2. Choose @fernline_help_bot, then Disable.\n3. Remove the bot from the group and add it again.',
    }),
    finding({
      check: 'rights',
      groupId: '-1002',
      state: 'warn',
      title: 'The bot may not manage topics',
      effect: 'Private chats are not copied: no topic can be made for them.',
      remedy:
        'In Telegram open Fernline Staff, Edit, Administrators, choose the bot, and allow Manage topics.',
    }),
    finding({
      check: 'second-desk',
      state: 'unknown',
      title: 'Whether another desk uses this account is not known',
      effect: 'Two desks on one account may both answer.',
      remedy: 'Wait until the account is online, then test again.',
    }),
    finding({
      check: 'clock-skew',
      accountId: null,
      state: 'warn',
      title: 'This computer’s clock is 48 seconds behind',
      effect: 'Promises are counted by the wrong time.',
      remedy: 'Switch on automatic time in the system’s settings.',
    }),
  ],
}
