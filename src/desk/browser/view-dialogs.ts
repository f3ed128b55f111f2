import { nothing, type TemplateResult } from 'lit-html'
import type { Scene } from './scene.ts'
import { viewAlerts } from './view-alerts.ts'
import { forgetEditing, viewCannedDialog } from './view-canned-dialog.ts'
import { forgetClosing, viewClose } from './view-close.ts'
import { forgetColleagues, viewColleagues } from './view-colleagues.ts'
import { viewErase } from './view-erase.ts'
import { viewKeys } from './view-keys.ts'
import { viewNotReached } from './view-not-reached.ts'

/** The dialog that is open, if one is. */
export function viewDialogs(scene: Scene): TemplateResult | typeof nothing {
  switch (scene.page.state.dialog) {
    case 'none':
      forgetColleagues()
      forgetClosing()
      forgetEditing()
      return nothing
    case 'keys':
      return viewKeys(scene)
    case 'close':
      return viewClose(scene)
    case 'erase':
      return viewErase(scene)
    case 'colleagues':
      return viewColleagues(scene)
    case 'alerts':
      return viewAlerts(scene)
    case 'canned':
      return viewCannedDialog(scene)
    case 'not-reached':
      return viewNotReached(scene)
  }
}
