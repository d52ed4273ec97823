import type { Page } from '@playwright/test'
import { expect as seen } from '@playwright/test'
import { beforeEach, describe, expect, it } from 'vitest'
import { show } from '../../renderer/open-window'
import { openPart } from '../../renderer/way-poses'
import { DeskWindow } from './desk-window'

/** The form of the bot in the real runtime, with a scripted desk behind the window. */
const opened = new DeskWindow()
let page: Page

beforeEach(() => {
  page = opened.page
})

const calls = (channel: string) => opened.calls(channel)
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })

describe('the form of the bot', () => {
  const saved = async () =>
    (await calls('settings.change')).at(-1) as { intake: { form: { questions: { key: string }[] } } }

  it('takes a question, keeps it as it is written, and brings a deleted one back', async () => {
    await show(page, { scene: 'ways' })
    await openPart('Intake')(page)
    await button('Add a question').click()
    await page.getByRole('menuitem', { name: /^Number/ }).click()
    await page.getByRole('textbox', { name: 'Question' }).fill('How old is the bike?')
    await button('Delete question').focus()
    await seen.poll(async () => JSON.stringify(await saved())).toContain('How old is the bike?')
    await button('Delete question').click()
    await seen(button(/How old is the bike/)).toHaveCount(0)
    await page.keyboard.press('z')
    await seen(button(/How old is the bike/)).toBeVisible()
  })

  it('moves a question by key, with the focus on it', async () => {
    await show(page, { scene: 'ways' })
    await openPart('Intake')(page)
    const contact = button(/How can we reach you/)
    await contact.focus()
    await page.keyboard.press('Alt+ArrowUp')
    await seen
      .poll(async () => (await saved()).intake.form.questions.map(({ key }) => key))
      .toEqual(['category', 'order_number', 'contact', 'urgency'])
    await seen(contact).toBeFocused()
    await page.keyboard.press('Alt+ArrowUp')
    await seen
      .poll(async () => (await saved()).intake.form.questions.map(({ key }) => key))
      .toEqual(['category', 'contact', 'order_number', 'urgency'])
  })

  it('moves a question by dragging its grip', async () => {
    await show(page, { scene: 'ways' })
    await openPart('Intake')(page)
    const cards = page.getByRole('list', { name: 'Questions' }).getByRole('listitem')
    const grip = cards.first().locator('.question-grip')
    await grip.dragTo(cards.nth(2), { targetPosition: { x: 200, y: 44 } })
    await seen
      .poll(async () => (await saved()).intake.form.questions.map(({ key }) => key))
      .toEqual(['order_number', 'urgency', 'category', 'contact'])
    await seen(cards.first()).toContainText('What is the number')
    await seen(cards.nth(2)).toContainText('What is it about?')
  })

  it('says at its field why a question cannot be kept, and goes on with the draft', async () => {
    await show(page, { scene: 'ways' })
    await openPart('Intake')(page)
    await button(/What is the number/).click()
    const words = page.getByRole('textbox', { name: 'Question' })
    await words.fill('')
    await words.blur()
    await seen(page.getByRole('alert')).toHaveText('Write something here.')
    await seen(words).toHaveAttribute('aria-invalid', 'true')
    await seen(page.getByText('Question 2 cannot be saved as it is.')).toBeVisible()
    await words.fill('Which order?')
    await words.blur()
    await seen(page.getByRole('alert')).toHaveCount(0)
  })

  it('refuses a condition on what is asked later', async () => {
    await show(page, { scene: 'ways' })
    await openPart('Intake')(page)
    await button(/What is the number/).click()
    await button('Move up').click()
    await seen(page.getByRole('alert')).toHaveText('A condition needs a choice asked before.')
  })

  it('can be tried out beside, to the fields of the ticket', async () => {
    await show(page, { scene: 'ways' })
    await openPart('Intake')(page)
    const chat = page.getByRole('complementary', { name: 'Preview of the chat' })
    await chat.getByRole('button', { name: 'An order' }).click()
    const answer = chat.getByRole('textbox', { name: 'Answer as a customer' })
    await answer.fill('ten')
    await answer.press('Enter')
    await seen(chat).toContainText('Write a number, at least 1000.')
    await answer.fill('40112')
    await answer.press('Enter')
    await chat.getByRole('button', { name: 'I cannot ride' }).click()
    await chat.getByRole('button', { name: 'Skip' }).click()
    await seen(chat).toContainText('Thank you, Mira. Your ticket is DSA312.')
    await seen(chat.getByRole('definition')).toHaveText([
      /Hello/,
      'High',
      'An order',
      '40112',
      'I cannot ride',
    ])
    expect(await calls('settings.change')).toEqual([])
  })

  it('keeps the team’s own words by language, and puts a place where the cursor is', async () => {
    await show(page, { scene: 'ways' })
    await openPart('Intake')(page)
    const words = page.getByRole('textbox', { name: 'Acknowledgement in Finnish' })
    await words.press('End')
    await button('Insert {code} in Finnish').click()
    await words.blur()
    await seen
      .poll(async () => JSON.stringify((await calls('settings.change')).at(-1)))
      .toContain('Vastaamme {time}.{code}')
    await button('Delete the words in English').click()
    await seen(page.getByRole('textbox', { name: 'Acknowledgement in English' })).toHaveCount(0)
    await button('Undo').click()
    await seen(page.getByRole('textbox', { name: 'Acknowledgement in English' })).toBeVisible()
  })
})
