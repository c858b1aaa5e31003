"""A talk: the history told slide by slide; pure, as all of the view."""
