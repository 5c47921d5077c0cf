// Tells whether the server can be reached, to Vaadin's client and to who reads the page. The words stand in the page:
// see Languages. In the place of Vaadin's own, whose look and words are not of this house.

export const ConnectionState = {
  CONNECTED: 'connected',
  LOADING: 'loading',
  RECONNECTING: 'reconnecting',
  CONNECTION_LOST: 'connection-lost',
};

const SLOW = 450;
const SHOWN_AGAIN = 2000;

const line = document.getElementById('verbinding');
const words = {
  [ConnectionState.CONNECTED]: line?.dataset.back,
  [ConnectionState.RECONNECTING]: line?.dataset.again,
  [ConnectionState.CONNECTION_LOST]: line?.dataset.lost,
};

class Connection {
  #state = ConnectionState.CONNECTED;
  #loading = 0;
  #listeners = new Set();

  get state() { return this.#state; }

  set state(next) {
    if (next === this.#state) { return; }
    const before = this.#state;
    this.#state = next;
    this.#loading = 0;
    this.#listeners.forEach(listener => listener(before, next));
  }

  get online() { return this.#state === ConnectionState.CONNECTED || this.#state === ConnectionState.LOADING; }

  get offline() { return !this.online; }

  loadingStarted() {
    const loading = this.#loading + 1;
    this.state = ConnectionState.LOADING;
    this.#loading = loading;
  }

  loadingFinished() { this.#ended(ConnectionState.CONNECTED); }

  loadingFailed() { this.#ended(ConnectionState.CONNECTION_LOST); }

  #ended(state) {
    if (this.#loading > 0 && --this.#loading === 0) { this.state = state; }
  }

  addStateChangeListener(listener) { this.#listeners.add(listener); }

  removeStateChangeListener(listener) { this.#listeners.delete(listener); }
}

const connection = new Connection();
let lost = false;
let later;

// Somebody who waits sees that something happens; somebody who does not wait sees nothing.
const show = () => {
  clearTimeout(later);
  line.dataset.state = '';
  if (connection.offline) {
    lost = true;
    line.textContent = words[connection.state];
    line.dataset.state = 'lost';
  } else if (lost) {
    lost = false;
    line.textContent = words[ConnectionState.CONNECTED];
    line.dataset.state = 'back';
    later = setTimeout(() => {
      line.textContent = '';
      show();
    }, SHOWN_AGAIN);
  } else if (connection.state === ConnectionState.LOADING) {
    later = setTimeout(() => { line.dataset.state = 'slow'; }, SLOW);
  }
};

export const ConnectionIndicator = {
  create() {
    if (line) { connection.addStateChangeListener(show); }
  },
};

window.Vaadin ??= {};
window.Vaadin.connectionState = connection;
