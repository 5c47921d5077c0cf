// Links within the house are followed without loading a page: the server draws the next one here, and the address
// follows. It speaks with the server as Vaadin's own router does, by the events `ui-navigate`, `vaadin-navigate` and
// `vaadin-navigated`. Everything else is left to the browser, and every link until the page is live.

const address = url => url.pathname + url.search;

const linkOf = event => {
  if (event.defaultPrevented || event.button !== 0
      || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) {
    return undefined;
  }
  const link = event.composedPath().find(element => element.nodeName === 'A' && element.href);
  const elsewhere = link === undefined
    || link.target !== '' && link.target !== '_self'
    || link.hasAttribute('download')
    || link.hasAttribute('router-ignore')
    || link.origin !== location.origin
    || link.hash !== '' && address(link) === address(location);
  return elsewhere ? undefined : new URL(link.href);
};

// Returns what makes links ours: to be called when the page is live.
export const follow = (flow, outlet) => {
  const [{ action }] = flow.serverSideRoutes;
  let page;
  // One at a time: the server tells that it has drawn a page, and not which.
  let turn = Promise.resolve();
  let asking = false;
  const meanwhile = [];

  const arrived = () => {
    delete window.Vaadin.Flow.navigation;
    const { pathname, search } = location;
    dispatchEvent(new CustomEvent('vaadin-navigated', { detail: { pathname, search } }));
  };

  // The address changes in the same breath as the page, and the title with it.
  const ask = async (url, changeAddress) => {
    const at = { pathname: url.pathname, search: url.search };
    asking = true;
    window.Vaadin.Flow.navigation = true;
    await page.onBeforeEnter(at, {
      prevent: () => undefined,
      continue: () => {
        asking = false;
        changeAddress();
        meanwhile.splice(0).forEach(change => change());
        arrived();
      },
    });
    asking = false;
    delete window.Vaadin.Flow.navigation;
  };

  const go = (url, changeAddress = () => undefined) => {
    turn = turn.then(() => ask(url(), changeAddress));
  };

  const goTo = url => go(() => url, () => {
    if (url.href !== location.href) { history.pushState(null, '', url); }
  });

  // The server went somewhere itself: it has drawn that page already, unless it asks to be asked.
  addEventListener('vaadin-navigate', ({ detail }) => {
    const change = () => {
      const url = new URL(detail.url, document.baseURI);
      history[detail.replace ? 'replaceState' : 'pushState'](detail.state, '', url);
      if (detail.callback) { go(() => url); }
    };
    if (asking) {
      meanwhile.push(change);
    } else {
      change();
      arrived();
    }
  });

  turn = action({ pathname: location.pathname, search: location.search }).then(live => {
    page = live;
    if (page.parentNode !== outlet) { outlet.append(page); }
    return ask(location, () => undefined);
  });

  return () => {
    addEventListener('click', event => {
      const url = linkOf(event);
      if (url) {
        event.preventDefault();
        goTo(url);
      }
    });
    addEventListener('vaadin-router-go', event => {
      event.preventDefault();
      goTo(event.detail);
    });
    addEventListener('popstate', () => go(() => location));
  };
};
