/** The host has said why it cannot run, and another host could not either: the folder is in use, a file is damaged. */
export const SAID_WHY = 3;
