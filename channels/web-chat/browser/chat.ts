import { KkChat } from './kk-chat.ts'

// A page may carry the script twice; the first one wins.
if (customElements.get('kk-chat') === undefined) customElements.define('kk-chat', KkChat)
