import type { AccountView, ChatOption } from '../../src-preload/contract/account'
import type { TimelineItem } from '../../src-preload/contract/conversation'
import { defaultSettings } from '../../src-preload/contract/default-settings'
import type { DoctorView } from '../../src-preload/contract/doctor'
import type { EvidenceView } from '../../src-preload/contract/evidence'
import type { Failure } from '../../src-preload/contract/outcome'
import type { GroupOption, SessionView } from '../../src-preload/contract/session'
import type { Settings } from '../../src-preload/contract/settings'
import type { DeskStatus, Startup } from '../../src-preload/contract/status'
import type { TicketView } from '../../src-preload/contract/ticket'
import { annasOwn, bot, botView, privateChats, severalAccounts } from './data/accounts'
import { soundEvidence, tally, troubledEvidence } from './data/evidence'
import { soundDoctor, troubledDoctor } from './data/findings'
import { fernlineIntake } from './data/form'
import { minute, now, second } from './data/now'
import { tickets } from './data/tickets'
import { chargedTwice, chargedTwiceNewFrom, everyKind, hostileTalk, otherThings } from './data/timelines'
import { wayTickets } from './data/ways'

/** All that a scripted desk knows: what it answers, and what it refuses. */
export interface Scene {
  /** Null: the desk never answers, as while it opens. */
  readonly startup: Startup | null
  readonly session: SessionView
  readonly status: DeskStatus
  readonly settings: Settings
  readonly tickets: readonly TicketView[]
  readonly timelines: Readonly<Record<string, readonly TimelineItem[]>>
  readonly newFrom: Readonly<Record<string, number>>
  readonly accounts: readonly AccountView[]
  readonly groups: readonly GroupOption[]
  readonly chats: readonly ChatOption[]
  readonly evidence: EvidenceView
  readonly doctor: DoctorView
  /** Refusals by channel, such as `session.checkCode`. */
  readonly refuse: Readonly<Record<string, Failure>>
}

export const account = bot

export const signedIn: SessionView = {
  step: { kind: 'signed-in', account },
  keyring: 'safe',
  api: { id: 1234567, from: 'settings' },
  isAdding: false,
  isReady: true,
}

export const liveStatus: DeskStatus = {
  link: { kind: 'live' },
  linkOf: null,
  lastHeardAt: now - 2 * second,
  toSend: 2,
  notSent: 0,
  withoutNextStep: 0,
  storage: { kind: 'ok' },
  notifications: { kind: 'working' },
}

/** A busy morning, as in the mock. */
export const busy: Scene = {
  startup: { kind: 'ready' },
  session: signedIn,
  status: liveStatus,
  settings: { ...defaultSettings, theme: 'light' },
  tickets,
  timelines: { 't-DSA312': chargedTwice, 't-KPT417': everyKind, 't-XSS666': hostileTalk },
  newFrom: { 't-DSA312': chargedTwiceNewFrom },
  accounts: [botView],
  groups: [],
  chats: privateChats,
  evidence: soundEvidence,
  doctor: soundDoctor,
  refuse: {},
}

const signingIn = (step: SessionView['step'], more: Partial<SessionView> = {}): Scene => ({
  ...busy,
  tickets: [],
  timelines: {},
  session: {
    step,
    keyring: 'safe',
    api: { id: 1234567, from: 'settings' },
    isAdding: false,
    isReady: false,
    ...more,
  },
  accounts: [],
  status: { ...liveStatus, link: { kind: 'live' }, toSend: 0 },
})

const never = { kind: 'signed-out', reason: 'never' } as const

/** Every scene by name. A test or the gallery opens the window in one of them. */
export const scenes = {
  busy,
  compact: { ...busy, settings: { ...busy.settings, density: 'compact' } },
  large: { ...busy, settings: { ...busy.settings, textScale: 130 } },
  loading: { ...busy, startup: null },
  repair: {
    ...busy,
    startup: {
      kind: 'repair',
      what: 'The journal is damaged at byte 4,194,304: what follows cannot be trusted.',
      intact: { events: 18_204, tickets: 312, lastAt: now - 14 * minute },
      damagedBytes: 20_480,
      file: '/home/anna/.config/Topicdesk/desk/journal-000004.log',
    },
  },
  newer: {
    ...busy,
    startup: { kind: 'newer-format', what: 'Its journal has format 3; this version knows 1 and 2.' },
  },
  api: signingIn({ kind: 'api-needed' }, { api: null }),
  bot: signingIn(never),
  'bot-no-keyring': signingIn(never, { keyring: 'missing' }),
  qr: signingIn({
    kind: 'qr',
    url: 'tg://login?token=8vXH3k2QmVZ0dGVzdC10b2tlbi1mb3ItdGhlLWdhbGxlcnk',
    expiresAt: now + 24 * second,
  }),
  code: {
    ...signingIn({
      kind: 'code',
      phone: '+358 40 *** **67',
      via: 'app',
      length: 5,
      next: 'sms',
      resendAt: now + 48 * second,
    }),
    refuse: {
      'session.checkCode': {
        code: 'invalid-input',
        field: 'code',
        message: 'That code is not right. Check it and try again.',
      },
    },
  },
  'code-wait': {
    ...signingIn({
      kind: 'code',
      phone: '+358 40 *** **67',
      via: 'sms',
      length: 5,
      next: null,
      resendAt: null,
    }),
    refuse: {
      'session.checkCode': {
        code: 'rate-limited',
        message: 'Telegram asks you to wait.',
        retryAt: now + 4 * minute,
      },
    },
  },
  password: signingIn({ kind: 'password', hint: 'the street by the canal' }),
  groups: {
    ...signingIn({ kind: 'signed-in', account }),
    groups: [
      { id: '-1001', title: 'Fernline Help', members: 1204, problems: [], warnings: [] },
      {
        id: '-1002',
        title: 'Fernline Staff',
        members: 9,
        problems: [
          { what: 'Topics are off.', mend: 'In Telegram open the group, Edit, and turn on Topics.' },
        ],
        warnings: [],
      },
      {
        id: '-1003',
        title: 'Fernline Riders',
        members: 318,
        problems: [],
        warnings: [
          {
            what: 'The desk cannot close, reopen or rename topics here.',
            mend: 'In Telegram: open the group, Edit, Administrators, add this account with Manage topics.',
          },
        ],
      },
    ],
  },
  'groups-none-user': signingIn({ kind: 'signed-in', account: annasOwn }),
  'groups-none': signingIn({ kind: 'signed-in', account }),
  'first-run': { ...busy, tickets: [], timelines: {}, status: { ...liveStatus, toSend: 0 } },
  offline: {
    ...busy,
    status: {
      ...liveStatus,
      lastHeardAt: now - 53 * minute,
      link: { kind: 'offline', since: now - 53 * minute },
      toSend: 3,
    },
  },
  'offline-bot': {
    ...busy,
    status: {
      ...liveStatus,
      lastHeardAt: now - 21 * 60 * minute,
      link: { kind: 'offline', since: now - 21 * 60 * minute },
    },
  },
  connecting: {
    ...busy,
    status: { ...liveStatus, link: { kind: 'connecting', attempt: 3, nextTryAt: now + 8 * second } },
  },
  'catching-up': { ...busy, status: { ...liveStatus, link: { kind: 'catching-up', behind: 142 } } },
  pause: { ...busy, status: { ...liveStatus, link: { kind: 'flood-wait', until: now + 28 * second } } },
  'signed-out': {
    ...busy,
    session: { ...signedIn, step: { kind: 'signed-out', reason: 'by-telegram' } },
    status: { ...liveStatus, link: { kind: 'signed-out' } },
  },
  'disk-full': {
    ...busy,
    status: { ...liveStatus, storage: { kind: 'full', since: now - 5 * minute }, withoutNextStep: 1 },
  },
  /** Several accounts, tickets by every way, a form, and a few things that want a look. */
  ways: {
    ...busy,
    session: signedIn,
    accounts: severalAccounts,
    groups: [
      { id: '-1001', title: 'Fernline Help', members: 1204, problems: [], warnings: [] },
      { id: '-1002', title: 'Fernline Staff', members: 9, problems: [], warnings: [] },
      { id: '-1003', title: 'Fernline Riders', members: 318, problems: [], warnings: [] },
    ],
    settings: { ...busy.settings, intake: fernlineIntake },
    tickets: [...wayTickets, ...tickets],
    timelines: { ...busy.timelines, 't-PLC606': otherThings },
    evidence: troubledEvidence,
    doctor: troubledDoctor,
  },
  adding: {
    ...busy,
    session: { ...signedIn, isAdding: true, step: never },
    accounts: severalAccounts,
  },
  'no-evidence': {
    ...busy,
    evidence: {
      accounts: soundEvidence.accounts.map((one) => ({
        ...one,
        today: tally({}),
        week: tally({}),
        all: tally({}),
      })),
      wakes: [],
      reconciliation: null,
    },
    doctor: { findings: [], isExamining: true },
  },
  'no-notifications': {
    ...busy,
    status: {
      ...liveStatus,
      notifications: { kind: 'absent', why: 'no notification service answers on this desktop' },
    },
  },
} as const satisfies Record<string, Scene>

export type SceneName = keyof typeof scenes
