import { expect, test } from '../fixtures'
import { picture } from './picture'

test('what the team writes down of a customer stays, a new name follows, and a deleted account is shown', async ({
  atWork,
  dc,
  open,
}) => {
  const anna = dc.staff.byName('Anna').account
  const mira = dc.customers.byName('Mira')
  mira.write(anna, 'A question first.')
  mira.openTopic(dc.workspace.help, 'Asked in public too', 'Hello')
  await atWork.openChat('Mira')
  const customer = atWork.window.getByRole('region', { name: 'Customer' })
  await customer.getByRole('combobox', { name: 'Tier' }).click()
  await atWork.window.getByRole('option', { name: 'VIP' }).click()
  await expect(customer.getByRole('combobox', { name: 'Tier' })).toContainText('VIP')
  const notes = customer.getByRole('textbox', { name: 'Notes on the customer' })
  await notes.fill('Rides every day.')
  await notes.blur()
  await expect(customer.getByRole('button', { name: /Asked in public too/ })).toBeVisible()
  await expect(atWork.row('A question first.')).toContainText('VIP')
  await picture(atWork, 'contact', ['light', 'dark'])

  mira.rename('Mira', 'Lindholm')
  mira.changeUsername('mira_lindholm')
  await expect(customer).toContainText('Mira Lindholm')
  await expect(customer).toContainText('@mira_lindholm')
  await expect(atWork.row('A question first.')).toHaveAccessibleName(/Mira Lindholm/)
  await expect(atWork.row('Asked in public too')).toHaveAccessibleName(/Mira Lindholm/)
  await atWork.kill()

  const again = await open({ profile: atWork.profile })
  await again.openTicket('Asked in public too')
  const kept = again.window.getByRole('region', { name: 'Customer' })
  await expect(kept.getByRole('combobox', { name: 'Tier' })).toContainText('VIP')
  await expect(kept.getByRole('textbox', { name: 'Notes on the customer' })).toHaveValue('Rides every day.')
  await again.row('A question first.').click()
  mira.deleteAccount()
  await expect(kept).toContainText('Account deleted at Telegram')
  await expect(again.window.getByText(/has deleted their Telegram account/)).toBeVisible()
  await again.reply.fill('Are you there?')
  await expect(again.button('Send')).toBeDisabled()
  await picture(again, 'contact-deleted')
})
