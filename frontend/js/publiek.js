import { enableBusyButtons, enableErrorSummary } from "./formulier.js";
import { enableQuickExit } from "./verlaat.js";

enableQuickExit();
enableBusyButtons();
enableErrorSummary();
