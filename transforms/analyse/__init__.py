"""An article's text becomes mentions, roles, quotes and topics; many articles become copies and stories."""
