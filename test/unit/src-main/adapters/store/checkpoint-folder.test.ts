import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CheckpointFolder } from '../../../../../src-main/adapters/store/checkpoint-folder'
import { type DeskState, emptyDesk } from '../../../../../src-main/core/desk/state'
import { doneLayout } from '../../../../../src-main/core/queue/done-facts'
import { bucketOf, type Table } from '../../../../../src-main/core/table'
import type { Ticket } from '../../../../../src-main/core/ticket/ticket'
import { isDone } from '../../../../../src-main/core/ticket/transitions'
import { type TicketStatus, ticketStatuses } from '../../../../../src-preload/contract/ticket'
import { PowerCutDisk } from '../../../../integration/store/power-cut-disk'

/** Enough for a table to be cut into shards that are read when they are needed. */
const many = 3_000
const folderPath = '/checkpoint'

/** As much of a ticket as its place in a checkpoint depends on. */
const ticket = (id: string, status: TicketStatus, title = `About ${id}, at some length`): Ticket =>
  ({ id, code: `C${id}`, title, status, statusSince: 1_000 + Number(id) }) as Ticket

const statusOf = (nth: number) => ticketStatuses[nth % ticketStatuses.length] ?? 'new'

function deskOf(count: number): DeskState {
  let { tickets, codes } = emptyDesk
  for (let nth = 0; nth < count; nth++) {
    tickets = tickets.set(String(nth), ticket(String(nth), statusOf(nth)))
    codes = codes.set(`C${nth}`, String(nth))
  }
  return { ...emptyDesk, tickets, codes, seq: count }
}

/** A disk with a checkpoint of a state on it, and that state as the next start finds it. */
async function reopened(state: DeskState) {
  const disk = new PowerCutDisk(() => 0)
  await new CheckpointFolder(disk, folderPath, 'rules').save(state)
  const folder = new CheckpointFolder(disk, folderPath, 'rules')
  const found = await folder.load(emptyDesk, Number.POSITIVE_INFINITY)
  if (!found) throw new Error('the checkpoint is gone')
  return { disk, folder, found }
}

const plain = <T>(table: Table<T>) => new Map(table.entries())
const files = async (disk: PowerCutDisk) => new Set(await disk.list(folderPath))

describe('a table from a checkpoint', () => {
  it('holds what was put down, in whatever way it is asked', async () => {
    const state = deskOf(many)
    const { found } = await reopened(state)
    expect(found.tickets.size).toBe(many)
    expect(found.tickets.has('17')).toBe(true)
    expect(found.tickets.has('nobody')).toBe(false)
    for (const id of ['0', '5', '2999']) expect(found.tickets.get(id)).toEqual(state.tickets.get(id))
    expect(found.tickets.get('nobody')).toBeUndefined()
    expect(plain(found.tickets)).toEqual(plain(state.tickets))
    expect(plain(found.codes)).toEqual(plain(state.codes))
    expect([...found.tickets.ids()].sort()).toEqual([...state.tickets.ids()].sort())
  })

  it('gives the very same value each time, read alone or with its neighbours', async () => {
    const { found } = await reopened(deskOf(many))
    for (const id of ['0', '5', '6']) {
      const one = found.tickets.get(id)
      expect(found.tickets.get(id)).toBe(one)
      expect(found.tickets.bucket(bucketOf(id)).get(id)).toBe(one)
      expect([...found.tickets.values()].find((ticket) => ticket.id === id)).toBe(one)
    }
  })

  it('tells the open tickets, and of done ones status and time', async () => {
    const state = deskOf(many)
    const { found } = await reopened(state)
    const open = [...state.tickets.values()].filter(({ status }) => !isDone(status))
    const near = [...found.tickets.near()]
    expect(near.map(({ id }) => id).sort()).toEqual(open.map(({ id }) => id).sort())
    const facts = new Map(found.tickets.facts(doneLayout))
    for (const { id, status, statusSince } of state.tickets.values())
      expect(facts.get(id)).toEqual([status, statusSince])
    const [someone] = open
    expect(found.tickets.get(someone?.id ?? '')).toEqual(someone)
  })

  it('changes as one in memory does, and tells the same differences', async () => {
    const state = deskOf(many)
    const { disk } = await reopened(state)
    const change = fc.record({
      id: fc.integer({ min: many - 40, max: many + 40 }).map(String),
      status: fc.option(fc.constantFrom(...ticketStatuses)),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 60, size: 'max' }), async (changes) => {
        const folder = new CheckpointFolder(disk, folderPath, 'rules')
        const loaded = await folder.load(emptyDesk, Number.POSITIVE_INFINITY)
        let table = loaded?.tickets ?? emptyDesk.tickets
        const first = table
        let eager = state.tickets
        for (const { id, status } of changes) {
          if (status === null) {
            table = table.delete(id)
            eager = eager.delete(id)
          } else {
            const is = ticket(id, status, 'Another title')
            table = table.set(id, is)
            eager = eager.set(id, is)
          }
          expect(table.get(id)).toEqual(eager.get(id))
          expect(table.size).toBe(eager.size)
        }
        expect(table.changedIds(first).sort()).toEqual(eager.changedIds(state.tickets).sort())
        expect(table.changedBuckets(first)).toEqual(
          expect.arrayContaining(eager.changedBuckets(state.tickets)),
        )
        expect(plain(table)).toEqual(plain(eager))
        const near = new Set([...table.near()].map(({ id }) => id))
        const facts = new Map(table.facts(doneLayout))
        for (const { id, status, statusSince } of eager.values()) {
          if (!isDone(status)) expect(near.has(id)).toBe(true)
          expect(facts.get(id)).toEqual([status, statusSince])
        }
        expect(facts.size).toBe(eager.size)
      }),
      { numRuns: 12 },
    )
  }, 30_000)

  it('is put down again as it lies, but for the shards that changed', async () => {
    const { disk, folder, found } = await reopened(deskOf(many))
    const before = await files(disk)
    const changed = { ...found, tickets: found.tickets.set('7', ticket('7', 'closed')), seq: found.seq + 1 }
    await folder.save(changed)
    const added = [...(await files(disk))].filter((name) => !before.has(name))
    expect(added.sort()).toEqual([expect.stringMatching(/^manifest-2/), expect.stringMatching(/^tickets-/)])
    const again = await new CheckpointFolder(disk, folderPath, 'rules').load(emptyDesk, changed.seq)
    expect(plain(again?.tickets ?? emptyDesk.tickets)).toEqual(plain(changed.tickets))
    const facts = new Map(again?.tickets.facts(doneLayout))
    expect(facts.get('7')).toEqual(['closed', 1_007])
    expect(facts.size).toBe(many)
  })

  it('does not count if a single bit of what nobody has read yet turned', async () => {
    const { disk } = await reopened(deskOf(many))
    for (const name of [...(await files(disk))].filter((name) => name.startsWith('tickets-')).slice(0, 5)) {
      const bytes = (await disk.readAll(`${folderPath}/${name}`)) ?? Buffer.alloc(0)
      const file = await disk.open(`${folderPath}/${name}`, 'write')
      const at = bytes.length - 3
      await file.write(Buffer.from([(bytes[at] ?? 0) ^ 1]), at)
      const folder = new CheckpointFolder(disk, folderPath, 'rules')
      expect(await folder.load(emptyDesk, Number.POSITIVE_INFINITY)).toBeNull()
      await file.write(bytes.subarray(at, at + 1), at)
      await file.close()
      expect(await folder.load(emptyDesk, Number.POSITIVE_INFINITY)).not.toBeNull()
    }
  })
})
