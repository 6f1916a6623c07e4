// Tells the other tabs that somebody has signed in again.
new BroadcastChannel("desk-signed-in").postMessage("back");
