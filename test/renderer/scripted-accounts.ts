import type { AccountView, GroupRole } from '../../src-preload/contract/account'
import type { ContactView } from '../../src-preload/contract/contact'
import type { Handlers } from '../../src-preload/contract/desk'
import type { Account } from '../../src-preload/contract/session'
import type { TicketView } from '../../src-preload/contract/ticket'
import { contactOf } from './data/ways'
import { Refused } from './refused'
import type { Scene } from './scene'
import type { Script } from './scripted-desk'

/** What the accounts' part needs of the rest of the scripted desk. */
export interface AccountGround {
  readonly scene: Scene
  readonly emit: Script['emit']
  readonly tickets: () => readonly TicketView[]
  /** Something is followed now. */
  readonly ready: () => void
  /** The account that signed in, if the scene began without any. */
  readonly signedIn: () => Account | null
}

type Part = Pick<Handlers, 'accounts' | 'contacts' | 'evidence' | 'doctor'>

/** Accounts, contacts, evidence and doctor of a scene: they keep what they are told and say so. */
export function scriptedAccounts({ scene, emit, tickets, ready, signedIn }: AccountGround): Part {
  let views: readonly AccountView[] = scene.accounts
  let { evidence, doctor } = scene
  const contacts = new Map<string, ContactView>()

  const list = (): readonly AccountView[] => {
    const account = signedIn()
    const isKnown = account === null || views.some((view) => view.account.id === account.id)
    if (!isKnown)
      views = [...views, { account, link: { kind: 'live' }, lastHeardAt: null, groups: [], chats: [] }]
    return views
  }
  const change = (next: readonly AccountView[]) => {
    views = next
    setTimeout(() => emit('accounts-changed', views))
    return views
  }
  const follow = (accountId: string, groupId: string, role: GroupRole) => {
    const group = scene.groups.find(({ id }) => id === groupId)
    if (!group) throw new Refused({ code: 'not-found', message: 'That group is gone.' })
    ready()
    return change(
      list().map((view) =>
        view.account.id === accountId
          ? { ...view, groups: [...view.groups, { id: groupId, title: group.title, accountId, role }] }
          : view,
      ),
    )
  }
  const contact = (personId: string): ContactView => {
    const ticket = tickets().find(({ customer }) => customer.id === personId)
    const found = contacts.get(personId) ?? (ticket && contactOf(ticket))
    if (!found) throw new Refused({ code: 'not-found', message: 'Nobody by that name wrote yet.' })
    return found
  }

  return {
    accounts: {
      list,
      groups: () => scene.groups,
      followGroup: ({ accountId, groupId, role }) => follow(accountId, groupId, role),
      leaveGroup: ({ groupId }) =>
        change(views.map((view) => ({ ...view, groups: view.groups.filter(({ id }) => id !== groupId) }))),
      chats: ({ text }) =>
        scene.chats.filter(({ name, username }) =>
          `${name} ${username ?? ''}`.toLowerCase().includes(text.toLowerCase()),
        ),
      openChat: ({ personId }) => {
        const [ticket] = tickets()
        const chat = scene.chats.find((one) => one.personId === personId)
        if (!ticket || !chat) throw new Refused({ code: 'not-found', message: 'That chat is gone.' })
        return ticket
      },
      leaveChat: ({ personId }) =>
        change(
          views.map((view) => ({ ...view, chats: view.chats.filter((chat) => chat.personId !== personId) })),
        ),
    },
    contacts: {
      get: ({ personId }) => contact(personId),
      change: ({ personId, ...part }) => {
        const given = Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined))
        const next = { ...contact(personId), ...given }
        contacts.set(personId, next)
        return next
      },
    },
    evidence: {
      get: () => evidence,
      reconcile: ({ accountId, days }) => {
        const to = Date.now()
        evidence = {
          ...evidence,
          reconciliation: {
            accountId,
            state: 'running',
            from: to - days * 86_400_000,
            to,
            startedAt: to,
            endedAt: null,
            checked: 412,
            differences: [],
            found: 0,
            repaired: 0,
            why: null,
          },
        }
        return evidence
      },
      stopReconciling: () => {
        const { reconciliation } = evidence
        evidence = {
          ...evidence,
          reconciliation: reconciliation && { ...reconciliation, state: 'stopped', endedAt: Date.now() },
        }
        return evidence
      },
    },
    doctor: {
      get: () => doctor,
      examine: () => {
        doctor = {
          isExamining: false,
          findings: doctor.findings.map((finding) => ({ ...finding, checkedAt: Date.now() })),
        }
        return doctor
      },
    },
  }
}
