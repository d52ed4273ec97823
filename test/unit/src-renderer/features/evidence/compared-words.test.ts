import { describe, expect, it } from 'vitest'
import { comparedWords, notComparedWords } from '../../../../../src-renderer/features/evidence/compared-words'

const bots = 'A bot’s private chats cannot be compared'

describe('what a comparison looks at', () => {
  it('leaves out a bot’s private chats, and says so where there is a bot', () => {
    expect(comparedWords([{ kind: 'user' }, { kind: 'bot' }])).toContain(bots)
    expect(comparedWords([{ kind: 'user' }])).not.toContain(bots)
  })

  it('is nothing without a personal account, and only a group of customers makes one worth adding', () => {
    const staff = { title: 'Fernline Staff', role: 'staff' } as const
    expect(notComparedWords([staff])).toContain(bots)
    expect(notComparedWords([staff])).not.toContain('Add one')
    expect(notComparedWords([staff, { title: 'Fernline Help', role: 'public' }])).toContain(
      'Add one and follow Fernline Help with it',
    )
  })
})
