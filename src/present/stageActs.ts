import type {Session} from "../state/session.svelte.ts";
import type {OwnActs} from "./control.ts";
import type {EventCard} from "./eventCard.svelte.ts";
import {fillScreen, leaveScreen, toggleScreen} from "./fullScreen.ts";
import {leave} from "./leave.ts";

interface Stage {
  session: Session;
  card: EventCard;
  /** What fills the screen. */
  screen(): HTMLElement;
  openPresenter(): void;
  showKeys(): void;
}

/** What the stage does by itself. */
export const stageActs = ({session, card, screen, openPresenter, showKeys}: Stage): OwnActs => ({
  play: () => session.player.toggle(),
  fullScreen: () => toggleScreen(screen()),
  start: () => fillScreen(screen()),
  event: () => card.toggle(),
  presenter: openPresenter,
  keys: showKeys,
  escape() {
    if (card.shown) card.close();
    else if (!leaveScreen()) leave(session);
  },
});
