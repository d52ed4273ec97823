import type { FollowedGroup } from '../../../src-preload/contract/account'
import type { DoctorCheck, Finding } from '../../../src-preload/contract/doctor'
import type { Account } from '../../../src-preload/contract/session'
import type { AccountHealth } from '../ports'
import { type About, type Complaint, complaint, unknown, well } from './finding'

/** A group, the account that reads it, and how that does there; null if it could not be asked. */
export interface ExaminedGroup {
  readonly account: Account
  readonly group: FollowedGroup
  readonly health: AccountHealth['groups'][number] | null
  readonly privacyMode: boolean | null
  /** Epoch ms. */
  readonly checkedAt: number
}

/** What is so with a group that is followed (T7, T8, T10). Where the account is no member, nothing else is looked at. */
export function groupFindings(examined: ExaminedGroup): readonly Finding[] {
  const membership = membershipFinding(examined)
  if (membership.state === 'bad') return [membership]
  const findings = [membership, typeFinding(examined), topicsFinding(examined), rightsFinding(examined)]
  return examined.account.kind === 'bot' ? [...findings, privacyFinding(examined)] : findings
}

function about({ account, group, checkedAt }: ExaminedGroup, check: DoctorCheck): About {
  return { check, accountId: account.id, groupId: group.id, checkedAt }
}

/** All well, not known, or what is wrong. */
function judged(
  here: About,
  isWell: boolean | null,
  words: { readonly well: string; readonly unknown: string },
  wrong: () => Complaint,
): Finding {
  if (isWell === null) return unknown(here, words.unknown)
  return isWell ? well(here, words.well) : complaint(here, wrong())
}

function membershipFinding(examined: ExaminedGroup): Finding {
  const { account, group, health } = examined
  const words = {
    well: `${account.name} is in ${group.title}`,
    unknown: `Whether ${account.name} is in ${group.title} is not known`,
  }
  return judged(about(examined, 'membership'), health?.isMember ?? null, words, () => ({
    state: 'bad',
    title: `${account.name} is not in ${group.title} any more`,
    effect: 'What customers write there does not arrive, and nothing can be sent there.',
    remedy: `Ask an admin of ${group.title} to add ${nameIn(account)} again: open the group in Telegram, press its name, Add.`,
  }))
}

function typeFinding(examined: ExaminedGroup): Finding {
  const { group, health } = examined
  const type = health?.type ?? null
  const words = {
    well: `${group.title} is a supergroup`,
    unknown: `What kind of group ${group.title} is is not known`,
  }
  return judged(about(examined, 'group-type'), type === null ? null : type === 'supergroup', words, () =>
    type === 'basic'
      ? {
          state: 'bad',
          title: `${group.title} is a basic group`,
          effect: 'Basic groups have no topics, so no conversation can become a ticket.',
          remedy:
            'In Telegram open the group, press its name, Edit, Topics, and switch them on. Telegram makes it a supergroup by that, and the desk follows it.',
        }
      : {
          state: 'bad',
          title: `${group.title} is a channel`,
          effect: 'Customers cannot write in a channel.',
          remedy: 'In Topicdesk open Settings, Accounts, leave this group, and choose a group with topics.',
        },
  )
}

function topicsFinding(examined: ExaminedGroup): Finding {
  const { group, health } = examined
  const words = {
    well: `Topics are on in ${group.title}`,
    unknown: `Whether topics are on in ${group.title} is not known`,
  }
  return judged(about(examined, 'topics-on'), health?.hasTopics ?? null, words, () => ({
    state: 'bad',
    title: `Topics are off in ${group.title}`,
    effect:
      group.role === 'staff'
        ? 'Private chats cannot be copied into the group, each into a topic of its own.'
        : 'Conversations cannot be told apart, so none becomes a ticket.',
    remedy: 'In Telegram open the group, press its name, Edit, Topics, and switch them on.',
  }))
}

function rightsFinding(examined: ExaminedGroup): Finding {
  const { account, group, health } = examined
  const here = about(examined, 'rights')
  const promote = `In Telegram open ${group.title}, press its name, Edit, Administrators, add ${nameIn(account)}`
  if (health?.mayPost === false)
    return complaint(here, {
      state: 'bad',
      title: `${account.name} may not write in ${group.title}`,
      effect: 'No reply can be sent there. What customers write arrives.',
      remedy: `${promote}, and save. Admins may always write.`,
    })
  // In the staff's group the desk opens every topic itself; elsewhere customers do.
  const mayManage = group.role === 'staff' ? health?.mayOpenTopics : health?.mayManageTopics
  if (mayManage === false)
    return complaint(here, {
      state: group.role === 'staff' ? 'bad' : 'warn',
      title: `${account.name} may not manage topics in ${group.title}`,
      effect:
        group.role === 'staff'
          ? 'Private chats are not copied into the group. Answering in Topicdesk works.'
          : 'A topic stays open when its ticket is closed, and one that was deleted cannot be made anew.',
      remedy: `${promote}, switch on Manage Topics, and save.`,
    })
  const slow = health?.slowModeSeconds ?? 0
  if (slow > 0 && health?.isAdmin === false)
    return complaint(here, {
      state: 'warn',
      title: `Slow mode is on in ${group.title}`,
      effect: `${account.name} can send one message every ${slow} s. Others wait for their turn.`,
      remedy: `${promote}. Slow mode does not hold for admins.`,
    })
  if (health === null || health.mayPost === null || mayManage === null)
    return unknown(here, `What ${account.name} may do in ${group.title} is not known`)
  return well(here, `${account.name} may write and manage topics in ${group.title}`)
}

/** A bot in privacy mode hears only what is addressed to it, unless it is an admin (T7). */
function privacyFinding(examined: ExaminedGroup): Finding {
  const { account, group, health, privacyMode } = examined
  const hearsAll = health?.isAdmin === true || privacyMode === false
  const isKnown = hearsAll || (typeof health?.isAdmin === 'boolean' && privacyMode !== null)
  const words = {
    well: `${account.name} hears all that is written in ${group.title}`,
    unknown: `Whether ${account.name} hears all that is written in ${group.title} is not known`,
  }
  return judged(about(examined, 'privacy-mode'), isKnown ? hearsAll : null, words, () => ({
    state: 'bad',
    title: `${account.name} hears almost nothing in ${group.title}: privacy mode is on`,
    effect:
      group.role === 'staff'
        ? 'What colleagues write in its topics does not reach the customer, and nobody is told.'
        : 'What customers write does not arrive unless it is addressed to the bot, and nobody is told.',
    remedy: `In Telegram write /setprivacy to @BotFather, choose ${nameIn(account)}, and press Disable. Then take the bot out of ${group.title} and add it again: Telegram heeds the change only from then on. Or make it an admin of the group.`,
  }))
}

function nameIn({ name, username }: Account): string {
  return username === null ? name : `@${username}`
}
