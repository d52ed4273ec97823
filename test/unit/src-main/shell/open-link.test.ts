import { describe, expect, test } from 'vitest'
import { openLink, safeLink } from '../../../../src-main/shell/open-link'

describe('links of messages', () => {
  test.each([
    ['https://example.com/a?b=1#c', 'https://example.com/a?b=1#c'],
    ['HTTP://Example.com', 'http://example.com/'],
    ['mailto:mira@example.com', 'mailto:mira@example.com'],
    ['tel:+358401234567', 'tel:+358401234567'],
    ['tg://resolve?domain=fernline', 'tg://resolve?domain=fernline'],
    ['https://xn--bcher-kva.example/', 'https://xn--bcher-kva.example/'],
  ])('%s opens', (given, opened) => {
    expect(safeLink(given)).toBe(opened)
  })

  test.each([
    ['file:///etc/passwd', 'Topicdesk does not open file: links from messages.'],
    ['javascript:alert(1)', 'Topicdesk does not open javascript: links from messages.'],
    ['data:text/html,hi', 'Topicdesk does not open data: links from messages.'],
    ['smb://server/share', 'Topicdesk does not open smb: links from messages.'],
    ['ms-msdt:/id', 'Topicdesk does not open ms-msdt: links from messages.'],
    ['app://desk/index.html', 'Topicdesk does not open app: links from messages.'],
    ['https://bank.example@evil.example/', 'This link hides where it leads, so it was not opened.'],
    ['//example.com', 'This link leads nowhere.'],
    ['-a Calculator', 'This link leads nowhere.'],
  ])('%s is refused with a sentence', (given, sentence) => {
    expect(() => safeLink(given)).toThrow(expect.objectContaining({ code: 'not-allowed', message: sentence }))
  })

  test('the platform gets the normal form, and its refusal has words', async () => {
    const opened: string[] = []
    await openLink({ openExternal: async (url) => void opened.push(url) }, ' https://example.com/x y ')
    expect(opened).toEqual(['https://example.com/x%20y'])
    const broken = openLink({ openExternal: () => Promise.reject(new Error('no handler')) }, 'tel:1')
    await expect(broken).rejects.toMatchObject({
      message: 'No program on this computer opens this kind of link.',
    })
  })
})
