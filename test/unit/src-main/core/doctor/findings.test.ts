import { describe, expect, test } from 'vitest'
import {
  type Examined,
  findingNotice,
  findings,
  turnedBad,
} from '../../../../../src-main/core/doctor/findings'
import type { AccountHealth } from '../../../../../src-main/core/ports'
import type { FollowedGroup } from '../../../../../src-preload/contract/account'
import type { DoctorCheck, Finding } from '../../../../../src-preload/contract/doctor'
import { anna, chatId, helper, minute, nine, second } from '../desk-on-paper'

const user = { id: anna.id, name: 'Anna', username: 'anna', kind: 'user' as const }
const bot = { id: helper.id, name: 'Helper', username: 'helper_bot', kind: 'bot' as const }
const group: FollowedGroup = { id: chatId, title: 'Fernline Help', accountId: anna.id, role: 'public' }
const staff: FollowedGroup = { id: '-100900', title: 'Staff', accountId: helper.id, role: 'staff' }
const giga = 1024 ** 3

type GroupHealth = AccountHealth['groups'][number]
const goodGroup: GroupHealth = {
  ...{ id: chatId, isMember: true, type: 'supergroup', hasTopics: true, isAdmin: true, mayPost: true },
  ...{ mayManageTopics: true, mayOpenTopics: true, slowModeSeconds: null },
}
const good: AccountHealth = {
  ...{ privacyMode: null, clockSkewMs: 20, otherDesks: 0, floodUntil: null, isRestricted: false },
  groups: [goodGroup],
}

function look(more: Partial<Examined> = {}): readonly Finding[] {
  return findings({
    accounts: [{ account: user, link: { kind: 'live' }, health: good, checkedAt: nine, asides: [] }],
    ...{ groups: [group], computer: { keyring: 'safe', freeBytes: 50 * giga }, now: nine },
    ...more,
  })
}
const ofUser = (health: Partial<AccountHealth>) =>
  look({
    accounts: [
      { account: user, link: { kind: 'live' }, health: { ...good, ...health }, checkedAt: nine, asides: [] },
    ],
  })
const ofGroup = (health: Partial<GroupHealth>) => ofUser({ groups: [{ ...goodGroup, ...health }] })
const ofBot = (health: Partial<GroupHealth>, privacyMode: boolean | null, followed: FollowedGroup = staff) =>
  look({
    accounts: [
      {
        ...{ account: bot, link: { kind: 'live' }, checkedAt: nine, asides: [] },
        health: { ...good, privacyMode, groups: [{ ...goodGroup, id: followed.id, ...health }] },
      },
    ],
    groups: [followed],
  })
const only = (found: readonly Finding[], check: DoctorCheck) => {
  const [one, ...more] = found.filter((finding) => finding.check === check)
  if (!one || more.length > 0) throw new Error(`${check} was found ${more.length} times`)
  return one
}
const troubles = (found: readonly Finding[]) =>
  found.flatMap(({ check, state }) => (state === 'ok' ? [] : [`${check} ${state}`]))

test('where all is well every check says so, and asks for nothing', () => {
  const found = look()
  expect(troubles(found)).toEqual([])
  expect(found.every(({ effect, remedy }) => effect + remedy === '')).toBe(true)
  expect(found.map(({ id }) => id)).toEqual([
    ...['signed-in/10/', 'clock-skew/10/', 'second-desk/10/', 'flood/10/', 'sending/10/'],
    'taken-in/10/',
    ...['membership/10/-100500', 'group-type/10/-100500', 'topics-on/10/-100500', 'rights/10/-100500'],
    ...['keyring//', 'disk//'],
  ])
})

describe('an account', () => {
  test('that is signed out says only that: nothing else of it can be known', () => {
    const found = look({
      accounts: [{ account: user, link: { kind: 'signed-out' }, health: good, checkedAt: nine, asides: [] }],
    })
    expect(troubles(found)).toEqual(['signed-in bad'])
    expect(found.filter(({ accountId }) => accountId !== null)).toHaveLength(1)
  })

  test('that could not be asked is unknown, neither well nor bad', () => {
    const found = look({
      accounts: [
        { account: user, link: { kind: 'offline', since: nine }, health: null, checkedAt: nine, asides: [] },
      ],
    })
    const ofAccount = found.filter(({ accountId, check }) => accountId !== null && check !== 'taken-in')
    expect(new Set(ofAccount.slice(1).map(({ state }) => state))).toEqual(new Set(['unknown']))
  })

  test.each([
    [5 * second, 'ok', ''],
    [-30 * second, 'warn', 'This computer’s clock is 30 s slow'],
    [2 * minute, 'bad', 'This computer’s clock is 2 min fast'],
  ])('whose computer is %i ms ahead of Telegram is %s', (clockSkewMs, state, title) => {
    const finding = only(ofUser({ clockSkewMs }), 'clock-skew')
    expect(finding.state).toBe(state)
    if (title) expect(finding.title).toBe(title)
  })

  test.each([
    [['message'], '1 message in Fernline Help could not be taken in', 'bad'],
    [['message', 'message'], '2 messages in Fernline Help could not be taken in', 'bad'],
    [['message', 'topic-read'], '1 message and 1 change in Fernline Help could not be taken in', 'bad'],
    [['message-edited'], '1 change in Fernline Help could not be taken in', 'warn'],
  ] as const)('whose rules failed on %j says so, and how to offer it again', (kinds, title, state) => {
    const asides = kinds.map((what, at) => ({
      place: 'Fernline Help',
      aside: {
        ...{ id: `${at}`, accountId: anna.id, what, chatId, error: 'TypeError' },
        numbers: what === 'topic-read' ? [] : [5],
      },
    }))
    const finding = only(
      look({ accounts: [{ account: user, link: { kind: 'live' }, health: good, checkedAt: nine, asides }] }),
      'taken-in',
    )
    expect(finding).toMatchObject({ title, state, remedy: expect.stringContaining('Press Test again') })
    expect(finding.remedy).toContain('Topicdesk: TypeError.')
    expect(finding.remedy.includes('tells only once')).toBe(
      kinds.some((kind) => String(kind) === 'topic-read'),
    )
  })

  test('many chats in which something failed are counted, not named', () => {
    const asides = ['One', 'Two', 'Three', null].map((place, at) => ({
      place,
      aside: {
        ...{
          id: `${at}`,
          accountId: anna.id,
          what: 'message' as const,
          chatId,
          numbers: [at],
          error: 'Error',
        },
      },
    }))
    const accounts = [
      { account: user, link: { kind: 'live' }, health: good, checkedAt: nine, asides } as const,
    ]
    expect(only(look({ accounts }), 'taken-in').title).toBe('4 messages in 3 chats could not be taken in')
  })

  test('that another desk uses too is told how to end that', () => {
    expect(only(ofUser({ otherDesks: 1 }), 'second-desk')).toMatchObject({
      ...{ state: 'warn', title: 'Another Topicdesk is signed in as Anna' },
      remedy: expect.stringContaining('Settings, Devices'),
    })
  })

  test('that Telegram asks for a pause says for how long, by what the link or the account tells', () => {
    expect(only(ofUser({ floodUntil: nine + 28 * second }), 'flood')).toMatchObject({
      ...{ state: 'warn', title: 'Telegram asks Anna to pause for 28 s' },
    })
    expect(only(ofUser({ floodUntil: nine - second }), 'flood').state).toBe('ok')
    const link = { kind: 'flood-wait', until: nine + minute } as const
    const found = look({ accounts: [{ account: user, link, health: null, checkedAt: nine, asides: [] }] })
    expect(only(found, 'flood').state).toBe('warn')
  })

  test('that is limited is told where to ask: a person and a bot elsewhere', () => {
    expect(only(ofUser({ isRestricted: true }), 'sending').remedy).toContain('@SpamBot')
    const health = { ...good, isRestricted: true, groups: [] }
    const accounts = [{ account: bot, link: { kind: 'live' }, health, checkedAt: nine, asides: [] } as const]
    expect(only(look({ accounts, groups: [] }), 'sending').remedy).toContain('@BotFather')
  })
})

describe('a group', () => {
  test.each([
    [
      'that became no forum',
      { hasTopics: false },
      ['topics-on bad'],
      'topics-on',
      'Topics, and switch them on',
    ],
    ['that is basic', { type: 'basic' }, ['group-type bad'], 'group-type', 'makes it a supergroup'],
    [
      'that is a channel',
      { type: 'channel' },
      ['group-type bad'],
      'group-type',
      'choose a group with topics',
    ],
    ['in which one may not write', { mayPost: false }, ['rights bad'], 'rights', 'Administrators, add @anna'],
    [
      'whose topics one may not manage',
      { mayManageTopics: false },
      ['rights warn'],
      'rights',
      'Manage Topics',
    ],
    [
      'in slow mode',
      { slowModeSeconds: 30, isAdmin: false },
      ['rights warn'],
      'rights',
      'Slow mode does not hold for admins',
    ],
  ] as const)('%s is told with its remedy', (_, health, expected, check, remedy) => {
    const found = ofGroup(health)
    expect(troubles(found)).toEqual(expected)
    expect(only(found, check).remedy).toContain(remedy)
    expect(only(found, check).effect).not.toBe('')
  })

  test('that the account left says only that', () => {
    const found = ofGroup({ isMember: false, mayPost: false, hasTopics: false })
    expect(troubles(found)).toEqual(['membership bad'])
    expect(found.filter(({ groupId }) => groupId !== null)).toHaveLength(1)
  })

  test('in slow mode does not hold back an admin', () => {
    expect(troubles(ofGroup({ slowModeSeconds: 30 }))).toEqual([])
  })

  test('of another account is not this account’s to tell of', () => {
    expect(look({ groups: [staff] }).filter(({ groupId }) => groupId !== null)).toEqual([])
  })

  test('of the staff needs topics for copying: without the right that is bad', () => {
    expect(only(ofBot({ mayOpenTopics: false }, false), 'rights').state).toBe('bad')
    // Its topics are its own: the right to manage those of others is not needed.
    expect(only(ofBot({ mayManageTopics: false }, false), 'rights').state).toBe('ok')
  })
})

describe('privacy mode', () => {
  test.each([
    ['on, and the bot no admin: it hears almost nothing', false, true, 'bad'],
    ['on, but the bot an admin: it hears all', true, true, 'ok'],
    ['off: it hears all', false, false, 'ok'],
    ['not known, the bot no admin: nobody can say', false, null, 'unknown'],
    ['not known, but the bot an admin: it hears all', true, null, 'ok'],
    ['on, and nobody knows whether the bot is an admin: nobody can say', null, true, 'unknown'],
  ] as const)('%s', (_, isAdmin, privacyMode, state) => {
    expect(only(ofBot({ isAdmin }, privacyMode), 'privacy-mode').state).toBe(state)
  })

  test('is mended at BotFather, and by adding the bot again', () => {
    const { remedy, effect } = only(ofBot({ isAdmin: false }, true), 'privacy-mode')
    expect(remedy).toContain('/setprivacy to @BotFather, choose @helper_bot, and press Disable')
    expect(remedy).toContain('take the bot out of Staff and add it again')
    expect(effect).toContain('What colleagues write')
    const open = { ...staff, role: 'public' } as const
    expect(only(ofBot({ isAdmin: false }, true, open), 'privacy-mode').effect).toContain(
      'What customers write',
    )
  })

  test('is a matter of bots', () => {
    expect(look().some(({ check }) => check === 'privacy-mode')).toBe(false)
  })
})

describe('the computer', () => {
  test.each([
    [null, 'unknown'],
    [giga, 'ok'],
    [giga - 1, 'warn'],
    [200 * 1024 ** 2, 'warn'],
    [200 * 1024 ** 2 - 1, 'bad'],
    [0, 'bad'],
  ])('with %s bytes free is %s', (freeBytes, state) => {
    expect(only(look({ computer: { keyring: 'safe', freeBytes } }), 'disk').state).toBe(state)
  })

  test('without a keyring is told what that means', () => {
    expect(only(look({ computer: { keyring: 'missing', freeBytes: null } }), 'keyring')).toMatchObject({
      ...{ state: 'warn', remedy: expect.stringContaining('GNOME Keyring') },
    })
  })
})

test('what turned bad is told once, until it was well in between', () => {
  const well = look()
  const bad = ofGroup({ mayPost: false })
  expect(turnedBad(well, bad).map(({ check }) => check)).toEqual(['rights'])
  expect(turnedBad(bad, bad)).toEqual([])
  expect(turnedBad([], bad)).toHaveLength(1)
  const [told] = turnedBad(well, bad)
  if (!told) throw new Error('nothing turned bad')
  expect(findingNotice(told)).toMatchObject({
    ...{ key: 'doctor:rights/10/-100500', tone: 'bad', title: 'Anna may not write in Fernline Help' },
  })
})

test('that an account is signed out is for the strip to tell', () => {
  const accounts = [
    { account: user, link: { kind: 'signed-out' }, health: null, checkedAt: nine, asides: [] } as const,
  ]
  expect(turnedBad(look(), look({ accounts }))).toEqual([])
})

test('no words to users plead, cheer or shout', () => {
  const all = [
    ...ofGroup({ mayPost: false, hasTopics: false, type: 'basic' }),
    ...ofBot({ isAdmin: false }, true),
    ...ofUser({ clockSkewMs: 1e6, otherDesks: 3, floodUntil: nine + 1, isRestricted: true }),
    ...look({ computer: { keyring: 'missing', freeBytes: 0 } }),
  ].flatMap(({ title, effect, remedy }) => [title, effect, remedy])
  for (const words of all) expect(words).not.toMatch(/!|please|successfully|sorry/i)
})
