import { describe, expect, test } from 'vitest'
import { evolve } from '../../../../src-main/core/desk/evolve'
import { emptyDesk } from '../../../../src-main/core/desk/state'
import { byAnna, byRavi, chatId, ticketId } from '../core/desk-on-paper'
import { OpenDesk } from './open-desk'
import { settled } from './strict'

const full = { name: 'Refusal', code: 'storage-full' }

/** What became of a promise so far. */
function watch(asked: Promise<unknown>): { now: string } {
  const seen = { now: 'waiting' }
  asked.then(
    () => {
      seen.now = 'done'
    },
    () => {
      seen.now = 'refused'
    },
  )
  return seen
}

describe('an acknowledgement', () => {
  test('waits until what was asked is durable, and nobody hears of it before', async () => {
    const open = await OpenDesk.open()
    const heard = open.commits.length
    open.journal.hold()
    const seen = watch(open.note('n1'))
    await settled()
    expect(seen.now).toBe('waiting')
    expect(open.commits).toHaveLength(heard)
    const before = open.desk.state.seq
    await open.journal.write()
    await settled()
    expect(seen.now).toBe('done')
    expect(open.commits).toHaveLength(heard + 1)
    expect(open.desk.state.seq).toBe(before + 1)
  })

  test('of an intent that changes nothing waits for what it relied on', async () => {
    const open = await OpenDesk.open()
    open.journal.hold()
    const first = watch(open.reply('1'))
    const again = watch(open.reply('1'))
    await settled()
    expect([first.now, again.now]).toEqual(['waiting', 'waiting'])
    await open.journal.write()
    await settled()
    expect([first.now, again.now]).toEqual(['done', 'done'])
    expect(open.events('reply-queued')).toHaveLength(1)
  })

  test('of an intent that changes nothing is refused with what it relied on', async () => {
    const open = await OpenDesk.open()
    open.journal.hold()
    const first = open.reply('1')
    const again = open.reply('1')
    const both = Promise.allSettled([first, again])
    open.journal.refuse()
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(again).rejects.toMatchObject(full)
    await open.reply('1')
    expect(open.events('reply-queued')).toHaveLength(1)
  })

  test('of an intent that changes nothing after a refusal does not remember the refusal', async () => {
    const open = await OpenDesk.open()
    open.journal.hold()
    const refused = open.note('n1')
    open.journal.refuse()
    await expect(refused).rejects.toMatchObject(full)
    await expect(open.desk.ask({ kind: 'see-ticket', ticketId, position: 0 }, byAnna)).resolves.toBe(
      open.desk.state,
    )
  })

  test('holds the state that includes what was asked, not yet what was asked after it', async () => {
    const open = await OpenDesk.open()
    open.journal.hold()
    const dark = open.desk.ask({ kind: 'change-settings', patch: { theme: 'dark' } }, byAnna)
    const light = open.desk.ask({ kind: 'change-settings', patch: { theme: 'light' } }, byAnna)
    await open.journal.write()
    expect((await dark).settings.theme).toBe('dark')
    expect((await light).settings.theme).toBe('light')
  })
})

describe('the queue of intents', () => {
  test('decides in the order of asking, each on what the one before led to, and shares one write', async () => {
    const open = await OpenDesk.open()
    const writes = open.journal.writes
    open.journal.hold()
    const claimed = open.desk.ask({ kind: 'claim-ticket', ticketId }, byAnna)
    const late = open.desk.ask({ kind: 'claim-ticket', ticketId }, byRavi)
    const noted = open.note('n1')
    await expect(late).rejects.toMatchObject({ code: 'conflict' })
    await open.journal.write()
    await Promise.all([claimed, noted])
    expect(open.journal.writes).toBe(writes + 1)
    expect(open.desk.state.tickets.get(ticketId)?.assignee).toBe('10')
    expect(open.journal.events.reduce(evolve, emptyDesk).seq).toBe(open.desk.state.seq)
  })

  test('takes the same message once, though it came twice within one write', async () => {
    const open = await OpenDesk.open()
    const message = open.message({ text: 'Still refused.' })
    open.journal.hold()
    const first = open.deliver([{ kind: 'message', message }])
    const again = open.deliver([{ kind: 'message', message }])
    await open.journal.write()
    await Promise.all([first, again])
    expect(
      open.events('message-received').filter((event) => event.message.number === message.number),
    ).toEqual([expect.objectContaining({ message })])
  })

  test("puts a delivery and an agent's command into one write, commits of their own", async () => {
    const open = await OpenDesk.open()
    const commits = open.commits.length
    open.journal.hold()
    const message = open.message({ text: 'Hello?' })
    const both = [open.deliver([{ kind: 'message', message }]), open.note('n1')]
    await open.journal.write()
    await Promise.all(both)
    const news = open.commits.slice(commits)
    expect(news.map(({ recorded }) => recorded.map(({ event }) => event.kind))).toEqual([
      ['message-received'],
      ['note-added'],
    ])
    expect(news[1]?.before).toBe(news[0]?.after)
  })

  test('gives the time of asking to what follows', async () => {
    const open = await OpenDesk.open()
    open.clock.advance(5_000)
    await open.note('n1')
    expect(open.journal.events.at(-1)?.at).toBe('2025-03-03T09:00:05.000Z')
  })
})

describe('a disk without room', () => {
  test('refuses all that was in flight, and the desk stands where it stood', async () => {
    const open = await OpenDesk.open()
    const before = open.desk.state
    open.journal.hold()
    const asked = Promise.allSettled([open.note('n1'), open.reply('1'), open.note('n2')])
    open.journal.refuse()
    for (const one of await asked) expect(one).toMatchObject({ status: 'rejected', reason: full })
    expect(open.desk.state).toBe(before)
  })

  test('lets the next intent work on the state before, and numbering goes on rightly', async () => {
    const open = await OpenDesk.open()
    const { seq } = open.desk.state
    open.journal.hold()
    const refused = open.desk.ask({ kind: 'claim-ticket', ticketId }, byRavi)
    open.journal.refuse()
    await expect(refused).rejects.toMatchObject(full)
    await open.desk.ask({ kind: 'claim-ticket', ticketId }, byAnna)
    expect(open.desk.state.tickets.get(ticketId)?.assignee).toBe('10')
    expect(open.journal.events.map((one) => one.seq)).toEqual(
      Array.from({ length: open.desk.state.seq }, (_, at) => at + 1),
    )
    expect(open.desk.state.seq).toBeGreaterThan(seq)
  })

  test('forgets the messages that were in flight, so that they are taken when they come again', async () => {
    const open = await OpenDesk.open()
    const message = open.message({ text: 'Anyone?' })
    open.journal.hold()
    const refused = open.deliver([{ kind: 'message', message }])
    open.journal.refuse()
    await expect(refused).rejects.toMatchObject(full)
    await open.deliver([{ kind: 'message', message }])
    expect(open.journal.find(chatId, message.number)).not.toBeNull()
  })

  test('does not take back what was asked after the refusal, by whoever was refused first', async () => {
    const open = await OpenDesk.open()
    open.journal.hold()
    const again = open.note('n1').catch(() => open.note('n1'))
    const others = [open.note('n2'), open.note('n3')].map((asked) => asked.catch(() => 'refused'))
    await open.journal.refuseSlowly()
    expect(await Promise.all(others)).toEqual(['refused', 'refused'])
    const next = open.note('n4')
    await open.journal.write()
    await Promise.all([again, next])
    expect(open.events('note-added').map(({ noteId }) => noteId)).toEqual(['n1', 'n4'])
  })

  test('refuses for the same reason what is asked in the very moment of the refusal', async () => {
    const open = await OpenDesk.open()
    open.journal.hold()
    const refused = open.note('n1').catch((error) => error)
    open.journal.refuse()
    await expect(open.note('n2')).rejects.toMatchObject(full)
    expect(await refused).toMatchObject(full)
    await open.note('n3')
    expect(open.events('note-added').map(({ noteId }) => noteId)).toEqual(['n3'])
  })

  test('is told of, and so is that there is room again', async () => {
    const open = await OpenDesk.open()
    open.rooms.splice(0)
    open.journal.hold()
    const asked = Promise.allSettled([open.note('n1'), open.note('n2')])
    open.journal.refuse()
    await asked
    await open.note('n3')
    expect(open.rooms).toEqual([false, false, true])
  })
})

test('a journal that fails for another reason says so, and is not called full', async () => {
  const open = await OpenDesk.open()
  open.rooms.splice(0)
  open.journal.hold()
  const asked = open.note('n1')
  const why = new Error('the disk is gone')
  open.journal.refuse(why)
  await expect(asked).rejects.toBe(why)
  expect(open.rooms).toEqual([])
  await open.note('n2')
})

test('a refusal of the rules changes nothing and writes nothing', async () => {
  const open = await OpenDesk.open()
  const writes = open.journal.writes
  const gone = open.desk.ask({ kind: 'claim-ticket', ticketId: 'nowhere' }, byAnna)
  await expect(gone).rejects.toMatchObject({ code: 'not-found' })
  expect(open.journal.writes).toBe(writes)
})

test('one who fails over a commit keeps neither the asker nor the others from hearing of it', async () => {
  const open = await OpenDesk.open()
  open.desk.onCommit(() => {
    throw new Error('a bug')
  })
  let heard = 0
  open.desk.onCommit(() => heard++)
  await open.note('n1')
  expect(heard).toBe(1)
  expect(open.log.errors).toEqual(['a commit could not be followed'])
})

test('whoever is told of a commit can ask at once, and is decided on it', async () => {
  const open = await OpenDesk.open()
  let asked: Promise<unknown> | null = null
  open.desk.onCommit(({ recorded }) => {
    if (recorded[0]?.event.kind === 'reply-queued') asked = open.note('from a follower')
  })
  await open.reply('1')
  await asked
  expect(open.journal.events.at(-1)?.event.kind).toBe('note-added')
})
