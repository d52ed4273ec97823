import { describe, expect, it } from 'vitest'
import { contactView } from '../../../../../src-main/core/people/contact-view'
import { personAfter } from '../../../../../src-main/core/people/person-after'
import { toRow } from '../../../../../src-main/core/ticket/ticket-row'
import { anna, DeskOnPaper, jonas, kinds, minute, mira, ticketId } from '../desk-on-paper'

const opened = () => {
  const desk = DeskOnPaper.open()
  desk.topic()
  desk.hear()
  return desk
}
const change = (desk: DeskOnPaper, more: object) =>
  desk.ask({ kind: 'change-contact', contact: { personId: mira.id, ...more } })

describe('what the team knows of a customer', () => {
  it('begins with what Telegram says, and nothing is written down for that', () => {
    const desk = opened()
    expect(desk.state.contacts.size).toBe(0)
    expect(contactView(desk.state, mira.id)).toMatchObject({
      ...{
        name: 'Mira',
        username: 'mira',
        isDeleted: false,
        tier: null,
        language: null,
        notes: '',
        phone: null,
      },
      tickets: [{ id: ticketId, code: desk.ticket().code, status: 'new' }],
    })
  })

  it('keeps what was written down, part by part; the same again is no event', () => {
    const desk = opened()
    expect(kinds(change(desk, { tier: 'VIP', notes: 'Writes at night' }))).toEqual(['contact-changed'])
    change(desk, { language: 'fi' })
    expect(change(desk, { language: 'fi' })).toEqual([])
    expect(contactView(desk.state, mira.id)).toMatchObject({
      tier: 'VIP',
      notes: 'Writes at night',
      language: 'fi',
    })
    change(desk, { tier: null, language: null })
    expect(contactView(desk.state, mira.id)).toMatchObject({
      tier: null,
      notes: 'Writes at night',
      language: null,
    })
  })

  it('takes tiers of the settings only, and people who have written only', () => {
    const desk = opened()
    const contact = { personId: mira.id, tier: 'Gold' }
    const refused = desk.refusal({ kind: 'change-contact', contact })
    expect(refused).toMatchObject({ more: { field: 'tier' }, message: 'Tiers are VIP, Premium, Standard.' })
    desk.ask({ kind: 'change-settings', patch: { tiers: [] } })
    expect(desk.refusal({ kind: 'change-contact', contact })).toMatchObject({
      message: 'There are no tiers in the settings.',
    })
    const nobody = desk.refusal({ kind: 'change-contact', contact: { personId: '404', notes: 'x' } })
    expect(nobody).toMatchObject({ code: 'not-found', more: { field: 'personId' } })
    expect(() => contactView(desk.state, '404')).toThrow('Nobody by that id has written.')
  })

  it('comes with all their tickets, the newest first, at most 50', () => {
    const desk = DeskOnPaper.open()
    for (let topic = 2; topic < 60; topic++) {
      desk.topic(`Topic of ${topic}`, topic)
      desk.hear({ topicId: topic })
      desk.now += minute
    }
    const { tickets } = contactView(desk.state, mira.id)
    expect(tickets).toHaveLength(50)
    expect(tickets[0]?.title).toBe('Topic of 59')
    expect(contactView(desk.state, jonas.id).tickets).toEqual([])
  })
})

describe('a tier', () => {
  it('that gets another name in the settings keeps its customers', () => {
    const desk = opened()
    change(desk, { tier: 'Premium' })
    const events = desk.ask({ kind: 'change-settings', patch: { tiers: ['VIP', 'Gold', 'Standard'] } })
    expect(kinds(events)).toEqual(['settings-changed', 'contact-changed'])
    expect(contactView(desk.state, mira.id).tier).toBe('Gold')
  })

  it('that is moved or joined by another stays as it is', () => {
    const desk = opened()
    change(desk, { tier: 'Premium' })
    for (const tiers of [
      ['Premium', 'VIP', 'Standard'],
      ['Premium', 'VIP', 'Standard', 'Trial'],
    ]) {
      expect(kinds(desk.ask({ kind: 'change-settings', patch: { tiers } }))).toEqual(['settings-changed'])
      expect(toRow(desk.state, desk.ticket()).customer.tier).toBe('Premium')
    }
  })

  it('that is taken out is not shown, and is there again when it is put back', () => {
    const desk = opened()
    change(desk, { tier: 'Premium' })
    desk.ask({ kind: 'change-settings', patch: { tiers: ['VIP', 'Standard'] } })
    expect(contactView(desk.state, mira.id).tier).toBeNull()
    expect(toRow(desk.state, desk.ticket()).customer.tier).toBeNull()
    change(desk, { notes: 'Asked for Premium' })
    desk.ask({ kind: 'change-settings', patch: { tiers: ['VIP', 'Premium', 'Standard'] } })
    expect(contactView(desk.state, mira.id).tier).toBe('Premium')
  })
})

describe('a customer at Telegram', () => {
  it('who changes name and username is followed', () => {
    const desk = opened()
    desk.deliver([], [{ ...mira, name: 'Mira Halonen', username: 'halonen' }])
    expect(contactView(desk.state, mira.id)).toMatchObject({ name: 'Mira Halonen', username: 'halonen' })
  })

  it('whose account is deleted is shown as such, under the last name known', () => {
    const desk = opened()
    desk.deliver([], [{ ...mira, name: '', username: null, isDeleted: true }])
    expect(contactView(desk.state, mira.id)).toMatchObject({ name: 'Mira', username: null, isDeleted: true })
    expect(toRow(desk.state, desk.ticket()).customer).toMatchObject({ name: 'Mira', isDeleted: true })
  })

  it('keeps the language a bot was told of, whatever account tells of them next', () => {
    const desk = opened()
    desk.deliver([], [{ ...mira, language: 'fi' }])
    expect(desk.deliver([], [mira])).toEqual([])
    expect(contactView(desk.state, mira.id).language).toBe('fi')
    expect(kinds(desk.deliver([], [{ ...mira, language: 'sv' }]))).toEqual(['person-met'])
  })

  it('met for the first time is what Telegram says', () => {
    expect(personAfter(undefined, anna)).toEqual(anna)
    expect(personAfter(undefined, { ...anna, name: '', isDeleted: true }).name).toBe('')
  })
})

describe('a name of somebody’s address book', () => {
  const known = { id: '7', name: 'Mira Adler', username: 'mira', isBot: false, language: 'de' }
  const saved = { id: '7', name: 'Aunt Mira', username: 'mira_new', isBot: false, isSavedName: true }

  it('never takes the place of the name other accounts are told; all else told with it does', () => {
    expect(personAfter(known, saved)).toEqual({ ...known, username: 'mira_new' })
  })

  it('is used while no other is known, follows the address book, and goes when another account tells the name', () => {
    const first = personAfter(undefined, saved)
    expect(first).toEqual(saved)
    expect(personAfter(first, { ...saved, name: 'Mira from next door' }).name).toBe('Mira from next door')
    expect(personAfter(first, known)).toEqual(known)
    expect(personAfter({ ...known, name: '' }, saved).name).toBe('Aunt Mira')
  })
})
