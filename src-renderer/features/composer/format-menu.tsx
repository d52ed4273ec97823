import { Bold, Code, Italic, Strikethrough } from 'lucide-react'
import type { RefObject } from 'react'
import { Menu, MenuItem } from '../../ui/menu'
import { applyMark } from './field'

/** Puts marks around what is selected in the field. */
export function FormatMenu({ fieldRef }: { readonly fieldRef: RefObject<HTMLTextAreaElement | null> }) {
  const mark = (name: Parameters<typeof applyMark>[1]) => () => {
    if (fieldRef.current) applyMark(fieldRef.current, name)
  }
  return (
    <Menu
      side="top"
      trigger={
        <button type="button" className="button quiet small square" aria-label="Format" title="Format">
          <Bold size={15} />
        </button>
      }
    >
      <MenuItem icon={<Bold size={15} />} keys="Mod+B" onClick={mark('bold')}>
        Bold
      </MenuItem>
      <MenuItem icon={<Italic size={15} />} keys="Mod+I" onClick={mark('italic')}>
        Italic
      </MenuItem>
      <MenuItem icon={<Strikethrough size={15} />} keys="Mod+Shift+X" onClick={mark('strike')}>
        Struck through
      </MenuItem>
      <MenuItem icon={<Code size={15} />} keys="Mod+Shift+M" onClick={mark('code')}>
        Code
      </MenuItem>
    </Menu>
  )
}
